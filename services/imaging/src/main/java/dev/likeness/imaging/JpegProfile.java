package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The ICC profile of a JPEG, which may be spread over several APP2 segments (ICC.1:2022, §B.4). */
final class JpegProfile {

    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(ISO_8859_1);
    private static final int HEAD_BYTES = NAME.length + 2;
    private static final int MAX_PARTS = 64;

    private JpegProfile() {}

    /** Empty where there is none or a part is missing. */
    static Optional<byte[]> read(byte[] file) {
        byte[][] parts = new byte[MAX_PARTS + 1][];
        int expected = 0;
        for (int at = 2; at + 4 <= file.length && (file[at] & 0xff) == 0xff;) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
            int end = at + 2 + length;
            if (marker == 0xda || marker == 0xd9 || end > file.length) {
                break;
            }
            if (marker == 0xe2 && isProfile(file, at + 4, end)) {
                int number = file[at + 4 + NAME.length] & 0xff;
                expected = file[at + 5 + NAME.length] & 0xff;
                if (number < 1 || number > MAX_PARTS) {
                    return Optional.empty();
                }
                parts[number] = Arrays.copyOfRange(file, at + 4 + HEAD_BYTES, end);
            }
            at = end;
        }
        return joined(parts, expected);
    }

    private static boolean isProfile(byte[] file, int start, int end) {
        return end - start > HEAD_BYTES
                && Arrays.equals(file, start, start + NAME.length, NAME, 0, NAME.length);
    }

    private static Optional<byte[]> joined(byte[][] parts, int expected) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1; i <= expected; i++) {
            if (i > MAX_PARTS || parts[i] == null) {
                return Optional.empty();
            }
            all.writeBytes(parts[i]);
        }
        return expected == 0 ? Optional.empty() : Optional.of(all.toByteArray());
    }
}
