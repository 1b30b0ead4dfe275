package dev.likeness.imaging.corpus;

import static dev.likeness.imaging.Pictures.box;
import static dev.likeness.imaging.Pictures.concat;
import static dev.likeness.imaging.Pictures.insert;
import static dev.likeness.imaging.Pictures.pngChunk;
import static dev.likeness.imaging.Pictures.riffChunk;
import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TOO_MANY_PIXELS;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Small files that promise, or would grow to, a great deal. */
final class Bombs {

    private Bombs() {}

    static List<Sample> all() {
        byte[] idat = pngChunk("IDAT", new byte[10]);
        return List.of(
                Sample.bad("PNG of 65000 x 65000", concat(Pictures.pngHeader(65_000, 65_000), idat), TOO_MANY_PIXELS),
                Sample.bad("PNG of 2^31 x 2^31", concat(Pictures.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE), idat),
                        TOO_MANY_PIXELS),
                Sample.bad("PNG of negative sides", concat(Pictures.pngHeader(-1, -1), idat), CORRUPT),
                Sample.bad("PNG without rows", concat(Pictures.pngHeader(100, 0), idat), CORRUPT),
                Sample.bad("PNG of one row of 10^9", concat(Pictures.pngHeader(1_000_000_000, 1), idat),
                        TOO_MANY_PIXELS),
                Sample.bad("PNG that promises 64 million pixels", concat(Pictures.pngHeader(8000, 8000), idat,
                        pngChunk("IEND", new byte[0])), CORRUPT, TRUNCATED),
                Sample.good("PNG of 64 million pixels in 10 KB", Pictures.encoded("png",
                        new BufferedImage(8000, 8000, BufferedImage.TYPE_BYTE_BINARY)), 8000, 8000),
                Sample.bad("PNG of one pixel too many", Pictures.encoded("png",
                        new BufferedImage(8001, 8000, BufferedImage.TYPE_BYTE_BINARY)), TOO_MANY_PIXELS),
                Sample.good("PNG with 100 MB of text in 100 KB",
                        insert(Pictures.png(), 33, pngChunk("zTXt", zeros("a\0\0"))), 48, 32),
                Sample.good("PNG with a profile of 100 MB in 100 KB",
                        insert(Pictures.png(), 33, pngChunk("iCCP", zeros("a\0\0"))), 48, 32),
                Sample.bad("PNG with a chunk of 2^32 bytes", insert(Pictures.png(), 33,
                        concat(HeicFiles.ints(-1), "aaAa".getBytes(ISO_8859_1))), TRUNCATED),
                Sample.bad("JPEG of 65000 x 65000", Pictures.jpegHeader(65_000, 65_000), TOO_MANY_PIXELS),
                Sample.bad("JPEG that promises 64 million pixels", sized(Pictures.jpeg(), 8000, 8000), CORRUPT,
                        TRUNCATED),
                Sample.bad("progressive JPEG that promises 64 million pixels",
                        sized(Pictures.progressiveJpeg(), 8000, 8000), CORRUPT, TRUNCATED),
                Sample.bad("JPEG without rows", sized(Pictures.jpeg(), 48, 0), CORRUPT),
                Sample.bad("JPEG of a hundred and one scans", manyScans(), CORRUPT),
                Sample.bad("JPEG of a hundred thousand empty segments", emptySegments(), CORRUPT),
                Sample.good("JPEG with 6 MB of comments", comments(100), 48, 32),
                Sample.bad("WebP of 16384 x 16384", losslessOf(16_384, 16_384), TOO_MANY_PIXELS),
                Sample.bad("WebP that promises 63 million pixels", losslessOf(7999, 7999), CORRUPT, TRUNCATED),
                Sample.bad("lossy WebP of 16383 x 16383", lossyOf(16_383, 16_383), TOO_MANY_PIXELS),
                Sample.bad("lossy WebP that promises 63 million pixels", lossyOf(7999, 7999), CORRUPT, TRUNCATED),
                Sample.bad("WebP canvas of 2^24 x 2^24 around a small frame", canvas(), CORRUPT),
                Sample.bad("WebP with a large frame in a small canvas", frameInCanvas(), CORRUPT),
                Sample.bad("HEIC grid of 65535 x 65535", HeicFiles.grid(65_535, 65_535), TOO_MANY_PIXELS),
                Sample.bad("HEIC of 2^31 x 2^31", heicOf(Integer.MAX_VALUE, Integer.MAX_VALUE), TOO_MANY_PIXELS),
                Sample.bad("HEIC of 2^32 x 1", heicOf(-1, 1), CORRUPT),
                Sample.bad("HEIC that promises 64 million pixels", heicOf(8000, 8000), CORRUPT),
                Sample.bad("HEIC larger than it says", heicOf(16, 16), CORRUPT),
                Sample.bad("HEIC grid of 65536 tiles", tiles(65_536), CORRUPT),
                Sample.bad("HEIC grid of itself", gridOf(9), UNREADABLE),
                Sample.bad("HEIC grid of tiles that are not there", gridOf(77), CORRUPT),
                Sample.bad("HEIC with a small view of a huge picture", HeicFiles.file("heic", 1,
                        List.of(HeicFiles.coded(1, "corners", 30_000, 30_000)
                                .with(HeicFiles.clap(30_000, 30_000, 96, 64)))),
                        TOO_MANY_PIXELS),
                Sample.bad("HEIC with a directory of 300 KB", HeicFiles.corners(box("free", new byte[300_000])),
                        CORRUPT));
    }

    private static byte[] zeros(String head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(ISO_8859_1));
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(new byte[100_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The frame header changed. */
    static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        int at = 2;
        while (changed[at + 1] != (byte) 0xc0 && changed[at + 1] != (byte) 0xc2) {
            at += 2 + ((changed[at + 2] & 0xff) << 8 | changed[at + 3] & 0xff);
        }
        System.arraycopy(HeicFiles.shorts(height, width), 0, changed, at + 5, 4);
        return changed;
    }

    private static byte[] manyScans() {
        byte[] file = Pictures.jpeg();
        int scan = scan(file);
        byte[] one = Arrays.copyOfRange(file, scan, file.length - 2);
        return concat(Arrays.copyOf(file, scan), concat(Collections.nCopies(101, one).toArray(byte[][]::new)),
                new byte[]{(byte) 0xff, (byte) 0xd9});
    }

    static int scan(byte[] jpeg) {
        int at = 0;
        while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xda) {
            at++;
        }
        return at;
    }

    private static byte[] emptySegments() {
        byte[] empty = {(byte) 0xff, (byte) 0xe5, 0, 2};
        return insert(Pictures.jpeg(), 2, concat(Collections.nCopies(100_000, empty).toArray(byte[][]::new)));
    }

    private static byte[] comments(int count) {
        byte[] comment = concat(new byte[]{(byte) 0xff, (byte) 0xfe, (byte) 0xff, (byte) 0xff}, new byte[65_533]);
        return insert(Pictures.jpeg(), 2, concat(Collections.nCopies(count, comment).toArray(byte[][]::new)));
    }

    private static byte[] losslessOf(int width, int height) {
        byte[] file = Pictures.webpLossless();
        int size = width - 1 | height - 1 << 14;
        for (int i = 0; i < 4; i++) {
            file[21 + i] = (byte) ((i == 3 ? file[24] & 0xf0 : 0) | size >> 8 * i);
        }
        return file;
    }

    private static byte[] lossyOf(int width, int height) {
        byte[] file = Pictures.WEBP_CORNERS.clone();
        file[26] = (byte) width;
        file[27] = (byte) (width >> 8);
        file[28] = (byte) height;
        file[29] = (byte) (height >> 8);
        return file;
    }

    private static byte[] canvas() {
        byte[] most = {0, 0, 0, 0, -1, -1, -1, -1, -1, -1};
        return riffChunk("RIFF", concat("WEBP".getBytes(ISO_8859_1), riffChunk("VP8X", most), Pictures.vp8l()));
    }

    private static byte[] frameInCanvas() {
        byte[] canvas = {0, 0, 0, 0, 9, 0, 0, 9, 0, 0};
        return riffChunk("RIFF", concat("WEBP".getBytes(ISO_8859_1), riffChunk("VP8X", canvas), Pictures.vp8l()));
    }

    private static byte[] heicOf(int width, int height) {
        return HeicFiles.file("heic", 1, List.of(HeicFiles.coded(1, "corners", width, height)));
    }

    private static byte[] tiles(int count) {
        return HeicFiles.file("heic", 9, HeicFiles.tiles(HeicFiles.gridItem(255, 255, 16_000, 4000,
                Collections.nCopies(count - 1, 1))));
    }

    private static byte[] gridOf(int item) {
        return HeicFiles.file("heic", 9, HeicFiles.tiles(HeicFiles.gridItem(0, 0, 64, 64, List.of(item))));
    }
}
