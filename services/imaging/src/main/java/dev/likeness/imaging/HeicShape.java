package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;

import dev.likeness.imaging.Boxes.Box;
import dev.likeness.imaging.HeicPicture.Coding;
import dev.likeness.imaging.HeicPicture.Crop;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Size and position of an item by its properties (ISO/IEC 23008-12 §6.5): {@code ispe}, then
 * {@code clap}, {@code irot} and {@code imir}, which the standard for photos (23000-22 §7.3.6.7)
 * wants in this order.
 *
 * @param crop the part to be seen, in the item's own pixels
 * @param orientation of that part, as EXIF numbers it
 */
record HeicShape(int width, int height, Crop crop, int orientation) {

    static HeicShape of(HeicItems items, long item) {
        try {
            ByteBuffer size = items.property(item, "ispe")
                    .orElseThrow(() -> new UnreadableImage(CORRUPT, "a picture without size"));
            size.getInt();
            int width = side(size.getInt());
            int height = side(size.getInt());
            HeicShape shape = new HeicShape(width, height, new Crop(0, 0, width, height), ExifOrientation.UPRIGHT);
            for (Box property : items.properties(item)) {
                shape = shape.with(property);
            }
            return shape;
        } catch (BufferUnderflowException e) {
            throw new UnreadableImage(CORRUPT, e);
        }
    }

    static Optional<byte[]> profile(HeicItems items, long item) {
        return colors(items, item, "prof").or(() -> colors(items, item, "rICC")).map(Boxes::bytes);
    }

    static Optional<Coding> coding(HeicItems items, long item) {
        return colors(items, item, "nclx").filter(content -> content.remaining() >= 7)
                .map(content -> new Coding(Boxes.u16(content), Boxes.u16(content), Boxes.u16(content),
                        content.get() < 0));
    }

    private static Optional<ByteBuffer> colors(HeicItems items, long item, String kind) {
        return items.properties(item)
                .stream()
                .filter(box -> box.name().equals("colr") && box.content().remaining() >= 4)
                .map(Box::content)
                .filter(content -> Boxes.name(content).equals(kind))
                .findFirst();
    }

    private HeicShape with(Box property) {
        return switch (property.name()) {
            case "irot" -> turned(Orientations.ofQuarters(property.content().get()));
            case "imir" -> turned(Orientations.ofMirror(property.content().get()));
            case "clap" -> cropped(property.content());
            default -> this;
        };
    }

    private HeicShape turned(int turn) {
        return new HeicShape(width, height, crop, Orientations.then(orientation, turn));
    }

    /** Width, height and the offset of the middle, each as a fraction. */
    private HeicShape cropped(ByteBuffer clap) {
        if (orientation != ExifOrientation.UPRIGHT || crop.width() != width || crop.height() != height) {
            throw new UnreadableImage(UNREADABLE, "a crop behind a turn");
        }
        double cropWidth = fraction(clap);
        double cropHeight = fraction(clap);
        double left = (width - cropWidth) / 2 + fraction(clap);
        double top = (height - cropHeight) / 2 + fraction(clap);
        boolean inside = cropWidth >= 1 && cropHeight >= 1 && left > -1 && top > -1 && left + cropWidth < width + 1
                && top + cropHeight < height + 1;
        if (!inside) {
            throw new UnreadableImage(CORRUPT, "a crop outside of the picture");
        }
        int x = (int) Math.max(0, Math.floor(left));
        int y = (int) Math.max(0, Math.floor(top));
        return new HeicShape(width, height, new Crop(x, y, (int) Math.min(width - x, Math.round(cropWidth)),
                (int) Math.min(height - y, Math.round(cropHeight))), orientation);
    }

    private static double fraction(ByteBuffer clap) {
        int numerator = clap.getInt();
        return (double) numerator / Integer.toUnsignedLong(clap.getInt());
    }

    private static int side(int value) {
        if (value < 1) {
            throw new UnreadableImage(CORRUPT, "a side of " + Integer.toUnsignedLong(value) + " pixels");
        }
        return value;
    }
}
