package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files for tests, made here byte by byte where no encoder would write them. */
public final class Pictures {

    /** Of {@link #corners}: as stored, 3 columns and 2 rows of 16-pixel squares. */
    public static final int WIDTH = 48;
    public static final int HEIGHT = 32;
    public static final int SQUARE = 16;
    public static final Color TOP_LEFT = Color.RED;
    public static final Color TOP_RIGHT = Color.BLUE;
    public static final byte[] GPS = "GPS-SECRET-52.5200N".getBytes(ISO_8859_1);
    /** Lossy, {@link #corners}. */
    public static final byte[] WEBP_CORNERS = Base64.getDecoder()
            .decode("UklGRm4AAABXRUJQVlA4IGIAAAAQBACdASowACAAAUAm"
                    + "JaACDjSo+AfhB+t3+35wzQLtL+ted9iAjx8HwAD+8ut///mwvECu///S+kbXPp9dMfYuysN+AVgHf9cwJWEV5eXB0Yt30yDfI2nynq"
                    + "ujIkB3jQBAAA==");
    /** Lossy, one pixel. */
    public static final byte[] WEBP_LOSSY = Base64.getDecoder()
            .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private Pictures() {}

    public static BufferedImage corners(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(TOP_LEFT);
        graphics.fillRect(0, 0, SQUARE, SQUARE);
        graphics.setColor(TOP_RIGHT);
        graphics.fillRect(WIDTH - SQUARE, 0, SQUARE, SQUARE);
        graphics.dispose();
        return image;
    }

    public static byte[] encoded(String format, BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg() {
        return encoded("jpeg", corners(BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] progressiveJpeg() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, new IIOImage(corners(BufferedImage.TYPE_INT_RGB), null, null), parameters);
    }

    public static byte[] written(javax.imageio.ImageWriter writer, IIOImage image, ImageWriteParam parameters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    public static byte[] png() {
        return encoded("png", corners(BufferedImage.TYPE_INT_RGB));
    }

    /** A TIFF structure with the orientation and, as an unknown tag's bytes, a place. */
    public static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(64 + GPS.length).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 2).putInt(GPS.length).putInt(40).putInt(0);
        tiff.position(40).put(GPS);
        return tiff.array();
    }

    public static byte[] jpegWithExif(int orientation, ByteOrder order) {
        byte[] exif = concat("Exif\0\0".getBytes(ISO_8859_1), exif(orientation, order));
        byte[] head = {(byte) 0xff, (byte) 0xe1, (byte) (exif.length + 2 >> 8), (byte) (exif.length + 2)};
        return insert(jpeg(), 2, concat(head, exif));
    }

    public static byte[] pngWithExif(int orientation) {
        return insert(png(), 33, pngChunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN)));
    }

    public static byte[] pngChunk(String name, byte[] content) {
        byte[] named = concat(name.getBytes(ISO_8859_1), content);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        return concat(ByteBuffer.allocate(4).putInt(content.length).array(), named,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    public static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
        return concat("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), pngChunk("IHDR", header));
    }

    public static byte[] jpegHeader(int width, int height) {
        return concat(new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xc0, 0, 17, 8},
                ByteBuffer.allocate(4).putShort((short) height).putShort((short) width).array(),
                new byte[]{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
    }

    /**
     * RFC 9649: two colours, one bit a pixel; the top-left square is {@code (200, 255, 50)}, others
     * (200, 0, 50).
     */
    public static byte[] webpLossless() {
        return riff(vp8l());
    }

    public static byte[] webpExtended(int flags, byte[]... chunks) {
        byte[] canvas = {(byte) flags, 0, 0, 0, WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0};
        return riff(concat(riffChunk("VP8X", canvas), concat(chunks)));
    }

    public static byte[] vp8l() {
        long[] bits = new long[(WIDTH * HEIGHT + 200) / 64 + 1];
        int at = 0;
        for (int[] field : new int[][]{{0x2f, 8}, {WIDTH - 1, 14}, {HEIGHT - 1, 14}, {0, 1}, {0, 3},
                // no transform, no colour cache, one set of codes; green: two symbols; red, blue, alpha, distance: one
                {0, 1}, {0, 1}, {0, 1}, {1, 1}, {1, 1}, {1, 1}, {0, 8}, {255, 8}, {1, 1}, {0, 1}, {1, 1}, {200, 8},
                {1, 1}, {0, 1}, {1, 1}, {50, 8}, {1, 1}, {0, 1}, {1, 1}, {255, 8}, {1, 1}, {0, 1}, {0, 1}, {0, 1}}) {
            for (int i = 0; i < field[1]; i++, at++) {
                bits[at / 64] |= (long) (field[0] >> i & 1) << at % 64;
            }
        }
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++, at++) {
            boolean square = pixel % WIDTH < SQUARE && pixel / WIDTH < SQUARE;
            bits[at / 64] |= (square ? 1L : 0L) << at % 64;
        }
        ByteBuffer bytes = ByteBuffer.allocate(bits.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(bits);
        return riffChunk("VP8L", bytes.array());
    }

    public static byte[] riffChunk(String name, byte[] content) {
        byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array();
        return concat(name.getBytes(ISO_8859_1), length, content, new byte[content.length & 1]);
    }

    private static byte[] riff(byte[] chunks) {
        return riffChunk("RIFF", concat("WEBP".getBytes(ISO_8859_1), chunks));
    }

    /** Of a grid's size, without a tile that could be decoded. */
    public static byte[] heic(String brand, int width, int height) {
        return HeicFiles.file(brand, 9, List.of(
                new HeicFiles.Item(1, "hvc1", new byte[100], List.of(HeicFiles.ispe(512, 512)), List.of()),
                HeicFiles.gridItem(0, 0, width, height, List.of(1))));
    }

    public static byte[] box(String name, byte[] content) {
        return concat(ByteBuffer.allocate(4).putInt(content.length + 8).array(), name.getBytes(ISO_8859_1), content);
    }

    public static byte[] insert(byte[] into, int at, byte[] what) {
        ByteBuffer all = ByteBuffer.allocate(into.length + what.length);
        return all.put(into, 0, at).put(what).put(into, at, into.length - at).array();
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
