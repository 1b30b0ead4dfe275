package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of an ICC profile (ICC.1:2022, §7.3). */
final class IccTags {

    private static final int HEADER_BYTES = 128;
    private static final int MAX_TAGS = 200;

    private final Map<String, ByteBuffer> tags = new HashMap<>();

    private IccTags() {}

    /** @throws IllegalArgumentException where a tag lies outside of the profile */
    static IccTags read(byte[] icc) {
        IccTags found = new IccTags();
        ByteBuffer all = ByteBuffer.wrap(icc).position(Math.min(icc.length, HEADER_BYTES));
        int count = all.getInt();
        if (count < 0 || count > MAX_TAGS) {
            throw new IllegalArgumentException(count + " tags");
        }
        for (int i = 0; i < count; i++) {
            byte[] name = new byte[4];
            all.get(name);
            int offset = all.getInt();
            int length = all.getInt();
            if (offset < 0 || length < 0 || offset > icc.length - length) {
                throw new IllegalArgumentException("a tag outside of its profile");
            }
            found.tags.put(new String(name, ISO_8859_1), all.slice(offset, length));
        }
        return found;
    }

    Optional<ByteBuffer> find(String name) {
        return Optional.ofNullable(tags.get(name)).map(ByteBuffer::duplicate);
    }
}
