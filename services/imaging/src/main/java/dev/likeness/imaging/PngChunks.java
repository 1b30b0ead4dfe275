package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A PNG cut down to what makes its pixels. The JDK's decoder inflates every compressed text it
 * meets, whatever it grows to, and checks no checksum: both are done here instead.
 */
final class PngChunks {

    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int MAX_STORED_PROFILE_BYTES = 1 << 20;
    private static final int MAX_PROFILE_BYTES = 4 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable ColorProfile profile;

    private PngChunks() {}

    /** Reads to the end chunk; what follows it is not looked at. */
    static PngChunks read(ByteReader in) throws IOException {
        PngChunks chunks = new PngChunks();
        chunks.kept.write(in.bytes(PngHeader.SIGNATURE_BYTES));
        String name = "";
        while (!name.equals("IEND")) {
            long length = in.u32();
            name = in.name();
            if (PIXELS.contains(name)) {
                chunks.keep(in, length, name);
            } else if (name.equals("iCCP") && length <= MAX_STORED_PROFILE_BYTES) {
                chunks.profile = profile(in.bytes(length));
                in.skip(4);
            } else {
                in.skip(length + 4);
            }
        }
        return chunks;
    }

    byte[] toDecode() {
        return kept.toByteArray();
    }

    /** The colour space of the stored values, where it is RGB and not sRGB by default. */
    Optional<ColorProfile> profile() {
        return Optional.ofNullable(profile);
    }

    private void keep(ByteReader in, long length, String name) throws IOException {
        CRC32 checksum = new CRC32();
        DataOutputStream out = new DataOutputStream(kept);
        out.writeInt((int) length);
        for (int i = 0; i < 4; i++) {
            checksum.update(name.charAt(i));
            out.write(name.charAt(i));
        }
        in.copy(length, (bytes, offset, count) -> {
            checksum.update(bytes, offset, count);
            kept.write(bytes, offset, count);
        });
        long stored = in.u32();
        if (stored != checksum.getValue()) {
            throw new UnreadableImage(CORRUPT, "wrong checksum of " + name);
        }
        out.writeInt((int) stored);
    }

    /**
     * A name, a zero, the method, and the profile deflated. A broken one is ignored, as browsers do.
     */
    private static @Nullable ColorProfile profile(byte[] chunk) {
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        if (start + 2 >= chunk.length) {
            return null;
        }
        byte[] inflated = new byte[MAX_PROFILE_BYTES];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, start + 2, chunk.length - start - 2);
            int length = inflater.inflate(inflated);
            return ColorProfile.of(Arrays.copyOf(inflated, length)).orElse(null);
        } catch (DataFormatException e) {
            return null;
        }
    }
}
