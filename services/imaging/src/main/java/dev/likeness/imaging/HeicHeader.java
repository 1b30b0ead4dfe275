package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;

import java.io.ByteArrayInputStream;
import java.util.Set;

/**
 * Boxes of a HEIC file (ISO/IEC 14496-12 and 23008-12). A photo is often a grid of tiles, each with
 * a size ({@code ispe}) of its own: the largest is the picture's.
 */
final class HeicHeader {

    private static final Set<String> SEQUENCES = Set.of("hevc", "hevx", "hevm", "hevs", "msf1");
    private static final int MAX_META_BYTES = 256 * 1024;

    private int width;
    private int height;

    private HeicHeader() {}

    static ImageHeader read(ByteReader in) {
        Box type = Box.read(in);
        boolean sequence = SEQUENCES.contains(in.name());
        in.skip(type.content - 4);
        Box box = Box.read(in);
        while (!box.name.equals("meta")) {
            in.skip(box.content);
            box = Box.read(in);
        }
        if (box.content > MAX_META_BYTES) {
            throw new UnreadableImage(CORRUPT, "a meta box of " + box.content + " bytes");
        }
        HeicHeader header = new HeicHeader();
        header.search(in.bytes(box.content), 4, "iprp");
        return new ImageHeader(ImageFormat.HEIC, header.width, header.height, ExifOrientation.UPRIGHT, sequence);
    }

    private void search(byte[] boxes, int start, String wanted) {
        ByteReader in = new ByteReader(new ByteArrayInputStream(boxes), boxes.length);
        in.skip(start);
        long at = start;
        while (at + Box.HEADER_BYTES <= boxes.length) {
            Box box = Box.read(in);
            at += box.header + box.content;
            if (!box.name.equals(wanted)) {
                in.skip(box.content);
                continue;
            }
            byte[] content = in.bytes(box.content);
            switch (wanted) {
                case "iprp" -> search(content, 0, "ipco");
                case "ipco" -> search(content, 0, "ispe");
                default -> size(content);
            }
        }
    }

    private void size(byte[] content) {
        ByteReader in = new ByteReader(new ByteArrayInputStream(content), content.length);
        in.skip(4);
        long columns = in.u32();
        long rows = in.u32();
        if (columns > Integer.MAX_VALUE || rows > Integer.MAX_VALUE) {
            throw new UnreadableImage(CORRUPT, "a size beyond all bounds");
        }
        if (columns * rows > (long) width * height) {
            width = (int) columns;
            height = (int) rows;
        }
    }

    /** A box's name, and the bytes of its header and of its content. */
    private record Box(String name, int header, long content) {

        static final int HEADER_BYTES = 8;

        static Box read(ByteReader in) {
            long size = in.u32();
            String name = in.name();
            int header = HEADER_BYTES;
            if (size == 1) {
                size = in.u32() << 32 | in.u32();
                header = 16;
            }
            if (size < header) {
                throw new UnreadableImage(CORRUPT, "a box shorter than its header");
            }
            return new Box(name, header, size - header);
        }
    }
}
