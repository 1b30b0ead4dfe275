package dev.likeness.imaging;

import static dev.likeness.imaging.Pictures.box;
import static dev.likeness.imaging.Pictures.concat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** HEIC files of every shape around a few coded pictures (see the README beside those). */
public final class HeicFiles {

    public static final int WIDTH = 96;
    public static final int HEIGHT = 64;
    public static final int TILE = 64;

    private HeicFiles() {}

    /** @param properties boxes, in the order in which they apply */
    public record Item(int id, String type, byte[] data, List<byte[]> properties, List<Integer> parts) {

        public Item with(byte[]... more) {
            List<byte[]> all = new ArrayList<>(properties);
            all.addAll(Arrays.asList(more));
            return new Item(id, type, data, all, parts);
        }
    }

    public static byte[] resource(String name) {
        try (var in = HeicFiles.class.getResourceAsStream("heic/" + name + ".heic")) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The coded picture of a resource, with its configuration and the size that is to be told. */
    public static Item coded(int id, String resource, int width, int height) {
        HeicPicture picture = HeicPicture.of(resource(resource));
        return new Item(id, "hvc1", picture.coded(0),
                List.of(box("hvcC", picture.configuration(0)), ispe(width, height)), List.of());
    }

    /** {@code corners}, with more properties. */
    public static byte[] corners(byte[]... properties) {
        return file("heic", 1, List.of(coded(1, "corners", WIDTH, HEIGHT).with(properties)));
    }

    /**
     * Two by two tiles, red and blue above, green below; the lower and right ones are cut by the size.
     */
    public static byte[] grid(int width, int height, byte[]... properties) {
        return file("heic", 9, tiles(gridItem(1, 1, width, height, List.of(1, 2, 3, 4)).with(properties)));
    }

    public static List<Item> tiles(Item... more) {
        List<Item> items = new ArrayList<>(List.of(coded(1, "tile-red", TILE, TILE), coded(2, "tile-blue", TILE, TILE),
                coded(3, "tile-green", TILE, TILE), coded(4, "tile-green", TILE, TILE)));
        items.addAll(Arrays.asList(more));
        return items;
    }

    public static Item gridItem(int lastRow, int lastColumn, int width, int height, List<Integer> parts) {
        byte[] data = ByteBuffer.allocate(12)
                .put((byte) 0)
                .put((byte) 1)
                .put((byte) lastRow)
                .put((byte) lastColumn)
                .putInt(width)
                .putInt(height)
                .array();
        return new Item(9, "grid", data, List.of(ispe(width, height)), parts);
    }

    public static byte[] ispe(int width, int height) {
        return box("ispe", ints(0, width, height));
    }

    public static byte[] irot(int quarters) {
        return box("irot", new byte[]{(byte) quarters});
    }

    public static byte[] imir(int axis) {
        return box("imir", new byte[]{(byte) axis});
    }

    /** A crop of whole pixels from the top left corner of {@code width} × {@code height}. */
    public static byte[] clap(int width, int height, int cropWidth, int cropHeight) {
        return box("clap", ints(cropWidth, 1, cropHeight, 1, cropWidth - width, 2, cropHeight - height, 2));
    }

    public static byte[] profile(byte[] icc) {
        return box("colr", concat("prof".getBytes(ISO_8859_1), icc));
    }

    public static byte[] file(String brand, int primary, List<Item> items) {
        byte[] type = box("ftyp", (brand + "\0\0\0\0mif1heic").getBytes(ISO_8859_1));
        // Offsets have a fixed width: the directory is as long with them as without.
        int start = type.length + meta(primary, items, 0).length + 8;
        byte[] data = concat(items.stream().map(Item::data).toArray(byte[][]::new));
        return concat(type, meta(primary, items, start), box("mdat", data));
    }

    private static byte[] meta(int primary, List<Item> items, int start) {
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> places = new ArrayList<>();
        List<byte[]> properties = new ArrayList<>();
        List<byte[]> associations = new ArrayList<>();
        List<byte[]> references = new ArrayList<>();
        int offset = start;
        for (Item item : items) {
            entries.add(box("infe", concat(ints(2 << 24), shorts(item.id, 0), item.type.getBytes(ISO_8859_1),
                    new byte[1])));
            places.add(concat(shorts(item.id, 0, 0, 1), ints(offset, item.data.length)));
            offset += item.data.length;
            byte[] indexes = {};
            for (byte[] property : item.properties) {
                properties.add(property);
                indexes = concat(indexes, shorts(properties.size()));
            }
            associations.add(concat(shorts(item.id), new byte[]{(byte) item.properties.size()}, indexes));
            if (!item.parts.isEmpty()) {
                byte[] to = shorts(item.parts.stream().mapToInt(Integer::intValue).toArray());
                references.add(box("dimg", concat(shorts(item.id, item.parts.size()), to)));
            }
        }
        return box("meta", concat(ints(0), box("hdlr", concat(ints(0, 0), "pict".getBytes(ISO_8859_1), new byte[13])),
                box("pitm", concat(ints(0), shorts(primary))),
                box("iloc", concat(ints(1 << 24), shorts(0x4400, items.size()), all(places))),
                box("iinf", concat(ints(0), shorts(items.size()), all(entries))),
                box("iref", concat(ints(0), all(references))),
                box("iprp", concat(box("ipco", all(properties)),
                        box("ipma", concat(ints(1, items.size()), all(associations)))))));
    }

    private static byte[] all(List<byte[]> parts) {
        return concat(parts.toArray(byte[][]::new));
    }

    public static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    public static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }
}
