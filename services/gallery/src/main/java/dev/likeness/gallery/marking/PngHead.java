package dev.likeness.gallery.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** The chunks of a PNG before its pixels, without those that hold text, EXIF or a time. */
final class PngHead {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final String HEADER = "IHDR";
    private static final String PIXELS = "IDAT";
    private static final Set<String> SAYINGS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    /** Length, type, CRC. */
    private static final int AROUND = 12;

    private PngHead() {}

    /** Empty where it is no PNG, or none that can be followed up to its pixels. */
    static Optional<FileHead> read(byte[] file) {
        if (file.length < 8 || !new String(file, 0, 8, ISO_8859_1).equals(SIGNATURE)) {
            return Optional.empty();
        }
        var kept = new FileHead.Kept();
        kept.add(file, 0, 8);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int markAt = 0;
        int at = 8;
        while (at + AROUND <= file.length && at < FileHead.LONGEST) {
            String type = new String(file, at + 4, 4, ISO_8859_1);
            if (type.equals(PIXELS)) {
                return markAt == 0
                        ? Optional.empty()
                        : Optional.of(new FileHead(MarkedFile.Form.PNG, kept, markAt, at));
            }
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                return Optional.empty();
            }
            if (!SAYINGS.contains(type)) {
                kept.add(file, at, at + AROUND + length);
            }
            at += AROUND + length;
            markAt = type.equals(HEADER) ? kept.size() : markAt;
        }
        return Optional.empty();
    }
}
