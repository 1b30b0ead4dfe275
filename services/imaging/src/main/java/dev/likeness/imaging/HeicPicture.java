package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;

import dev.likeness.imaging.HeicItems.Extent;
import dev.likeness.imaging.HeicItems.Place;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The primary picture of a HEIC file taken apart, ready for a decoder of HEVC: one tile or a grid
 * of equal ones (ISO/IEC 23008-12 §6.6.2.3). Previews, depth maps and other items are left alone.
 * All sizes are in pixels, and checked against each other before a tile is decoded.
 */
public final class HeicPicture {

    private static final int MAX_TILES = 1024;

    private final byte[] file;
    private final HeicItems items;
    private final HeicShape shape;
    private final List<Long> tiles;
    private final HeicShape tile;
    private final int columns;

    private HeicPicture(byte[] file, HeicItems items) {
        this.file = file;
        this.items = items;
        this.shape = HeicShape.of(items, items.primary());
        boolean grid = items.type(items.primary()).equals("grid");
        this.tiles = grid ? items.parts(items.primary()) : List.of(items.primary());
        if (tiles.isEmpty() || tiles.size() > MAX_TILES) {
            throw new UnreadableImage(CORRUPT, "a grid of " + tiles.size() + " tiles");
        }
        this.tile = HeicShape.of(items, tiles.getFirst());
        this.columns = grid ? columns() : 1;
        tiles.forEach(this::check);
    }

    /**
     * @throws UnreadableImage where something is missing, contradicts itself or lies outside the file
     */
    public static HeicPicture of(byte[] file) {
        try {
            ByteBuffer content = ByteBuffer.wrap(file);
            while (content.remaining() >= 8) {
                long size = Boxes.u32(content.duplicate());
                if (size > content.remaining()) {
                    throw new UnreadableImage(TRUNCATED, "a box ends behind the file");
                }
                Boxes.Box box = Boxes.next(content);
                if (box.name().equals("meta")) {
                    return new HeicPicture(file, HeicItems.read(box.content()));
                }
            }
        } catch (BufferUnderflowException e) {
            throw new UnreadableImage(CORRUPT, e);
        }
        throw new UnreadableImage(TRUNCATED, "no directory of items");
    }

    /** Columns of all tiles together, before cropping and turning. */
    public int width() {
        return shape.width();
    }

    public int height() {
        return shape.height();
    }

    /** The part that is to be seen. */
    public Crop crop() {
        return shape.crop();
    }

    /** How to turn what is cropped, as EXIF numbers it. */
    public int orientation() {
        return shape.orientation();
    }

    public int tiles() {
        return tiles.size();
    }

    /** The left edge of a tile in the whole. */
    public int left(int index) {
        return index % columns * tile.width();
    }

    public int top(int index) {
        return index / columns * tile.height();
    }

    public int tileWidth() {
        return tile.width();
    }

    public int tileHeight() {
        return tile.height();
    }

    /** The decoder's configuration for a tile: an HEVCDecoderConfigurationRecord. */
    public byte[] configuration(int index) {
        return items.property(tiles.get(index), "hvcC")
                .map(Boxes::bytes)
                .orElseThrow(() -> new UnreadableImage(CORRUPT, "a tile without configuration"));
    }

    /** The coded bytes of a tile: NAL units, each behind its length. */
    public byte[] coded(int index) {
        return bytes(tiles.get(index));
    }

    /** An ICC profile, where the file has one. */
    public Optional<byte[]> profile() {
        return HeicShape.profile(items, items.primary()).or(() -> HeicShape.profile(items, tiles.getFirst()));
    }

    /** How the tiles store colours, where the container says it. */
    public Optional<Coding> coding() {
        return HeicShape.coding(items, items.primary()).or(() -> HeicShape.coding(items, tiles.getFirst()));
    }

    /** In pixels. */
    public record Crop(int left, int top, int width, int height) {}

    /** Numbers of ITU-T H.273. */
    public record Coding(int primaries, int transfer, int matrix, boolean fullRange) {}

    private int columns() {
        ByteBuffer grid = ByteBuffer.wrap(bytes(items.primary()));
        grid.get();
        boolean wide = (grid.get() & 1) != 0;
        int rows = Boxes.u8(grid) + 1;
        int across = Boxes.u8(grid) + 1;
        long gridWidth = wide ? Boxes.u32(grid) : Boxes.u16(grid);
        long gridHeight = wide ? Boxes.u32(grid) : Boxes.u16(grid);
        boolean fits = rows * across == tiles.size() && gridWidth == width() && gridHeight == height()
                && covers(across, tile.width(), gridWidth) && covers(rows, tile.height(), gridHeight);
        if (!fits) {
            throw new UnreadableImage(CORRUPT, "a grid that does not fit its tiles");
        }
        return across;
    }

    /** The last tile may reach over the edge, and none lies wholly outside. */
    private static boolean covers(long count, long side, long whole) {
        return count * side >= whole && (count - 1) * side < whole;
    }

    private void check(long item) {
        if (!items.type(item).equals("hvc1")) {
            throw new UnreadableImage(items.type(item).isEmpty() ? CORRUPT : UNREADABLE, "a tile that is no HEVC");
        }
        HeicShape own = HeicShape.of(items, item);
        if (own.width() != tile.width() || own.height() != tile.height()) {
            throw new UnreadableImage(CORRUPT, "tiles of different sizes");
        }
        extents(item).extents().forEach(extent -> {
            if (extent.length() < 1) {
                throw new UnreadableImage(CORRUPT, "an empty tile");
            }
        });
    }

    private Place extents(long item) {
        Place place = items.place(item)
                .filter(found -> !found.extents().isEmpty())
                .orElseThrow(() -> new UnreadableImage(CORRUPT, "an item without bytes"));
        long end = place.inDirectory() ? items.data().remaining() : file.length;
        for (Extent extent : place.extents()) {
            if (extent.offset() < 0 || extent.length() < 0 || extent.offset() > end
                    || extent.length() > end - extent.offset()) {
                throw new UnreadableImage(TRUNCATED, "an item that reaches beyond the file");
            }
        }
        return place;
    }

    private byte[] bytes(long item) {
        Place place = extents(item);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Extent extent : place.extents()) {
            int offset = (int) extent.offset();
            int length = (int) extent.length();
            if (all.size() > file.length - length) {
                throw new UnreadableImage(CORRUPT, "an item longer than its file");
            }
            byte[] from = place.inDirectory() ? Boxes.bytes(items.data()) : file;
            all.write(from, offset, length);
        }
        return all.toByteArray();
    }
}
