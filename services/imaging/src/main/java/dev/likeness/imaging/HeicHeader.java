package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * What a HEIC file (ISO/IEC 23008-12) says of its primary picture: for a grid of tiles the size of
 * the whole, for a cropped one the size of what is to be seen.
 */
final class HeicHeader {

    private static final Set<String> SEQUENCES = Set.of("hevc", "hevx", "hevm", "hevs", "msf1");
    private static final int MAX_META_BYTES = 256 * 1024;

    private HeicHeader() {}

    static ImageHeader read(ByteReader in) {
        Head type = Head.read(in);
        boolean sequence = SEQUENCES.contains(in.name());
        in.skip(type.content - 4);
        Head box = Head.read(in);
        while (!box.name.equals("meta")) {
            if (box.name.equals("moov")) {
                throw new UnreadableImage(SEVERAL_FRAMES, "a sequence without a still");
            }
            in.skip(box.content);
            box = Head.read(in);
        }
        if (box.content > MAX_META_BYTES) {
            throw new UnreadableImage(CORRUPT, "a meta box of " + box.content + " bytes");
        }
        HeicItems items = HeicItems.read(ByteBuffer.wrap(in.bytes(box.content)));
        HeicShape shape = HeicShape.of(items, items.primary());
        return new ImageHeader(ImageFormat.HEIC, shape.crop().width(), shape.crop().height(), shape.orientation(),
                sequence);
    }

    /** A box's name and how many bytes its content has. */
    private record Head(String name, long content) {

        static Head read(ByteReader in) {
            long size = in.u32();
            String name = in.name();
            int header = 8;
            if (size == 1) {
                size = in.u32() << 32 | in.u32();
                header = 16;
            }
            if (size < header) {
                throw new UnreadableImage(CORRUPT, "a box shorter than its header");
            }
            return new Head(name, size - header);
        }
    }
}
