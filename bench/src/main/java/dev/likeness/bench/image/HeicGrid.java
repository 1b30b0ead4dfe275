package dev.likeness.bench.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.likeness.imaging.HeicPicture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A HEIC container around tiles (ISO/IEC 23008-12, 6.6.2.3): every tile is an item of its own, and
 * the picture is a grid that refers to them.
 *
 * @param side of a tile
 */
record HeicGrid(int side, int columns, int rows) {

    /** @param tiles files of one picture each, row by row, coded with the same configuration */
    byte[] file(List<byte[]> tiles, int width, int height) {
        List<HeicPicture> pictures = tiles.stream().map(HeicPicture::of).toList();
        List<byte[]> data = new ArrayList<>(pictures.stream().map(picture -> picture.coded(0)).toList());
        data.add(join(new byte[]{0, 1, (byte) (rows - 1), (byte) (columns - 1)}, ints(width, height)));
        byte[] configuration = pictures.getFirst().configuration(0);
        byte[] type = box("ftyp", join("heic\0\0\0\0mif1heic".getBytes(ISO_8859_1)));
        // Offsets have a fixed width: the directory is as long with them as without.
        int start = type.length + meta(data, configuration, width, height, 0).length + 8;
        return join(type, meta(data, configuration, width, height, start),
                box("mdat", join(data.toArray(byte[][]::new))));
    }

    private byte[] meta(List<byte[]> data, byte[] configuration, int width, int height, int start) {
        int grid = data.size();
        var entries = new ByteArrayOutputStream();
        var places = new ByteArrayOutputStream();
        var properties = new ByteArrayOutputStream();
        int offset = start;
        for (int id = 1; id <= grid; id++) {
            byte[] kind = (id == grid ? "grid" : "hvc1").getBytes(ISO_8859_1);
            entries.writeBytes(box("infe", join(ints(2 << 24), shorts(id, 0), kind, new byte[1])));
            places.writeBytes(join(shorts(id, 0, 0, 1), ints(offset, data.get(id - 1).length)));
            offset += data.get(id - 1).length;
            properties.writeBytes(id == grid
                    ? join(shorts(id), new byte[]{1, 3})
                    : join(shorts(id), new byte[]{2, (byte) 0x81, 2}));
        }
        int[] tiles = new int[grid + 1];
        tiles[0] = grid;
        tiles[1] = grid - 1;
        for (int tile = 1; tile < grid; tile++) {
            tiles[tile + 1] = tile;
        }
        byte[] containers = box("ipco", join(box("hvcC", configuration), ispe(side, side), ispe(width, height)));
        return box("meta", join(ints(0), box("hdlr", join(ints(0, 0), "pict".getBytes(ISO_8859_1), new byte[13])),
                box("pitm", join(ints(0), shorts(grid))),
                box("iloc", join(ints(1 << 24), shorts(0x4400, grid), places.toByteArray())),
                box("iinf", join(ints(0), shorts(grid), entries.toByteArray())),
                box("iref", join(ints(0), box("dimg", shorts(tiles)))),
                box("iprp", join(containers, box("ipma", join(ints(0, grid), properties.toByteArray()))))));
    }

    private static byte[] ispe(int width, int height) {
        return box("ispe", ints(0, width, height));
    }

    private static byte[] box(String type, byte[] content) {
        return join(ints(content.length + 8), type.getBytes(ISO_8859_1), content);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }
}
