package dev.likeness.gallery.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * The segments of a JPEG before its first scan (ITU-T T.81, B.1). Those that decoding needs stay:
 * tables, frame, JFIF, colour profile, Adobe's transform. Comments and all other application
 * segments (EXIF, IPTC, an earlier XMP) go.
 */
final class JpegHead {

    private static final int START = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    /** Any number of these may stand before a marker. */
    private static final int FILLING = 0xFF;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;

    private JpegHead() {}

    /** Empty where it is no JPEG, or none that can be followed up to its first scan. */
    static Optional<FileHead> read(byte[] file) {
        if (file.length < 4 || marker(file, 0) != START) {
            return Optional.empty();
        }
        var kept = new FileHead.Kept();
        kept.add(file, 0, 2);
        int markAt = 2;
        int at = 2;
        while (at < FileHead.LONGEST) {
            int marker = marker(file, at);
            if (marker == SCAN) {
                return Optional.of(new FileHead(MarkedFile.Form.JPEG, kept, markAt, at));
            }
            int end = marker == FILLING ? at + 1 : at + 2 + length(file, at + 2);
            if (!hasLength(marker) || end > file.length) {
                return Optional.empty();
            }
            if (stays(file, at)) {
                // JFIF wants to be the first (ITU-T T.871, 10.1).
                boolean jfif = marker == FIRST_APPLICATION && markAt == kept.size();
                kept.add(file, at, end);
                markAt = jfif ? kept.size() : markAt;
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Frames, tables and whatever else may stand before a scan. */
    private static boolean hasLength(int marker) {
        return marker >= 0xC0 && (marker < 0xD0 || marker > 0xD9);
    }

    private static boolean stays(byte[] file, int at) {
        int marker = marker(file, at);
        return switch (marker) {
            case COMMENT, FILLING -> false;
            case FIRST_APPLICATION -> says(file, at, "JFIF\0");
            case FIRST_APPLICATION + 2 -> says(file, at, "ICC_PROFILE\0");
            case FIRST_APPLICATION + 14 -> says(file, at, "Adobe");
            default -> marker < FIRST_APPLICATION || marker > LAST_APPLICATION;
        };
    }

    private static boolean says(byte[] file, int at, String name) {
        return at + 4 + name.length() <= file.length
                && new String(file, at + 4, name.length(), ISO_8859_1).equals(name);
    }

    /** -1 where there is none. */
    private static int marker(byte[] file, int at) {
        return at + 1 < file.length && file[at] == (byte) 0xFF ? file[at + 1] & 0xFF : -1;
    }

    /** Its own two bytes counted, so at least 2. */
    private static int length(byte[] file, int at) {
        return at + 1 < file.length ? Math.max(2, (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) : file.length;
    }
}
