package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Boxes of an ISO base media file (ISO/IEC 14496-12), in bytes that are all there. */
final class Boxes {

    private static final int HEADER_BYTES = 8;

    private Boxes() {}

    /** A box's name and its content, without its header. */
    record Box(String name, ByteBuffer content) {

        /** Version and flags, which begin the content of a full box. */
        int versionAndFlags() {
            return content.getInt();
        }
    }

    /** All boxes from the position to the limit; a rest too short for a header is not looked at. */
    static List<Box> in(ByteBuffer content) {
        List<Box> boxes = new ArrayList<>();
        while (content.remaining() >= HEADER_BYTES) {
            boxes.add(next(content));
        }
        return boxes;
    }

    static Box next(ByteBuffer content) {
        long size = u32(content);
        String name = name(content);
        int header = HEADER_BYTES;
        if (size == 1) {
            size = content.getLong();
            header = 2 * HEADER_BYTES;
        } else if (size == 0) {
            size = header + content.remaining();
        }
        if (size < header || size - header > content.remaining()) {
            throw new UnreadableImage(CORRUPT, "a box of " + size + " bytes where there are fewer");
        }
        int length = (int) (size - header);
        ByteBuffer inside = content.slice(content.position(), length);
        content.position(content.position() + length);
        return new Box(name, inside);
    }

    static String name(ByteBuffer content) {
        byte[] name = new byte[4];
        content.get(name);
        return new String(name, ISO_8859_1);
    }

    static long u32(ByteBuffer content) {
        return Integer.toUnsignedLong(content.getInt());
    }

    static int u16(ByteBuffer content) {
        return content.getShort() & 0xffff;
    }

    static int u8(ByteBuffer content) {
        return content.get() & 0xff;
    }

    /** A number of 0, 4 or 8 bytes. */
    static long number(ByteBuffer content, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> u32(content);
            case 8 -> content.getLong();
            default -> throw new UnreadableImage(CORRUPT, "a number of " + bytes + " bytes");
        };
    }

    static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }
}
