package dev.likeness.imaging.corpus;

import static dev.likeness.imaging.Pictures.concat;
import static dev.likeness.imaging.Pictures.corners;
import static dev.likeness.imaging.Pictures.encoded;
import static dev.likeness.imaging.Pictures.insert;
import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.Pictures;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/**
 * Files that are unusual and mostly good: kinds of pixels, ways to lie, and what is said beside.
 */
final class Oddities {

    private Oddities() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(pixels());
        samples.addAll(orientations());
        samples.addAll(metadata());
        samples.addAll(containers());
        return samples;
    }

    private static List<Sample> pixels() {
        BufferedImage clear = new BufferedImage(48, 32, BufferedImage.TYPE_INT_ARGB);
        return List.of(Sample.good("CMYK JPEG", fourColours(0), 48, 32),
                Sample.good("YCCK JPEG", fourColours(2), 48, 32),
                Sample.good("gray JPEG", encoded("jpeg", corners(BufferedImage.TYPE_BYTE_GRAY)), 48, 32),
                Sample.good("progressive JPEG", Pictures.progressiveJpeg(), 48, 32),
                Sample.good("JPEG that says it is RGB", insert(Pictures.jpeg(), 2, adobe(0)), 48, 32),
                Sample.bad("JPEG of twelve bits", deep(), CORRUPT, UNREADABLE),
                Sample.good("PNG of a palette", encoded("png", corners(BufferedImage.TYPE_BYTE_INDEXED)), 48, 32),
                Sample.good("black and white PNG", encoded("png", corners(BufferedImage.TYPE_BYTE_BINARY)), 48, 32),
                Sample.good("gray PNG", encoded("png", corners(BufferedImage.TYPE_BYTE_GRAY)), 48, 32),
                Sample.good("gray PNG of 16 bits", encoded("png", corners(BufferedImage.TYPE_USHORT_GRAY)), 48, 32),
                Sample.good("PNG of 16 bits", encoded("png", sixteenBits()), 48, 32),
                Sample.good("PNG with alpha", encoded("png", corners(BufferedImage.TYPE_INT_ARGB)), 48, 32),
                Sample.good("transparent PNG", encoded("png", clear), 48, 32),
                Sample.good("PNG of one pixel", encoded("png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), 1,
                        1),
                Sample.good("PNG of one row", encoded("png", new BufferedImage(5000, 1, BufferedImage.TYPE_INT_RGB)),
                        5000, 1),
                Sample.good("JPEG of one column",
                        encoded("jpeg", new BufferedImage(1, 5000, BufferedImage.TYPE_INT_RGB)), 1, 5000),
                Sample.good("lossless WebP", Pictures.webpLossless(), 48, 32),
                Sample.good("lossy WebP", Pictures.WEBP_CORNERS, 48, 32),
                Sample.good("WebP of one pixel", Pictures.WEBP_LOSSY, 1, 1));
    }

    private static List<Sample> orientations() {
        List<Sample> samples = new ArrayList<>();
        for (int orientation = 1; orientation <= 8; orientation++) {
            int width = orientation > 4 ? 32 : 48;
            int height = orientation > 4 ? 48 : 32;
            samples.add(Sample.good("JPEG turned " + orientation,
                    Pictures.jpegWithExif(orientation, ByteOrder.LITTLE_ENDIAN), width, height));
            samples.add(Sample.good("PNG turned " + orientation, Pictures.pngWithExif(orientation), width, height));
            samples.add(Sample.good("WebP turned " + orientation, Pictures.webpExtended(0x08, Pictures.vp8l(),
                    Pictures.riffChunk("EXIF", Pictures.exif(orientation, ByteOrder.BIG_ENDIAN))), width, height));
            int quarters = orientation - 1 & 3;
            byte[] heic = HeicFiles.grid(100, 80, HeicFiles.irot(quarters),
                    orientation > 4 ? HeicFiles.imir(1) : Pictures.box("free", new byte[0]));
            samples.add(Sample.good("HEIC turned by " + quarters + (orientation > 4 ? " and mirrored" : ""), heic,
                    quarters % 2 == 0 ? 100 : 80, quarters % 2 == 0 ? 80 : 100));
        }
        return samples;
    }

    private static List<Sample> metadata() {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] part = concat("ICC_PROFILE\0\1\1".getBytes(ISO_8859_1), linear);
        byte[] xmp = concat("http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1), new byte[60_000]);
        return List.of(
                Sample.good("JPEG with a place", Pictures.jpegWithExif(1, ByteOrder.BIG_ENDIAN), 48, 32),
                Sample.good("JPEG turned by nine", Pictures.jpegWithExif(9, ByteOrder.BIG_ENDIAN), 48, 32),
                Sample.good("JPEG with a profile", insert(Pictures.jpeg(), 2, Strangers.segment(0xe2, part)), 48, 32),
                Sample.good("JPEG with a damaged profile", insert(Pictures.jpeg(), 2,
                        Strangers.segment(0xe2, Arrays.copyOf(part, 200))), 48, 32),
                Sample.good("JPEG with a part of a profile", insert(Pictures.jpeg(), 2, Strangers.segment(0xe2,
                        concat("ICC_PROFILE\0\1\5".getBytes(ISO_8859_1), new byte[100]))), 48, 32),
                Sample.good("JPEG with XMP of 60 KB", insert(Pictures.jpeg(), 2, Strangers.segment(0xe1, xmp)), 48, 32),
                Sample.good("JPEG with EXIF that points at itself", insert(Pictures.jpeg(), 2, Strangers.segment(0xe1,
                        concat("Exif\0\0MM\0*\0\0\0\b\0\1\u0087i\0\4\0\0\0\1\0\0\0\b\0\0\0\b".getBytes(ISO_8859_1)))),
                        48, 32),
                Sample.good("HEIC with a profile", HeicFiles.corners(HeicFiles.profile(linear)), 96, 64),
                Sample.good("HEIC with a damaged profile", HeicFiles.corners(HeicFiles.profile(new byte[150])), 96,
                        64));
    }

    private static List<Sample> containers() {
        HeicFiles.Item stranger = new HeicFiles.Item(5, "av01", new byte[50], List.of(HeicFiles.ispe(96, 64)),
                List.of());
        List<HeicFiles.Item> several = HeicFiles.tiles(HeicFiles.coded(5, "corners", 96, 64),
                new HeicFiles.Item(6, "Exif", Pictures.exif(6, ByteOrder.BIG_ENDIAN), List.of(), List.of()),
                HeicFiles.gridItem(1, 1, 100, 80, List.of(1, 2, 3, 4)));
        return List.of(Sample.good("HEIC", HeicFiles.corners(), 96, 64),
                Sample.good("HEIC as libheif writes it", HeicFiles.resource("corners"), 96, 64),
                Sample.good("HEIC of odd sides", HeicFiles.resource("odd"), 90, 50),
                Sample.good("HEIC grid", HeicFiles.grid(128, 128), 128, 128),
                Sample.good("HEIC grid cut by its size", HeicFiles.grid(65, 127), 65, 127),
                Sample.good("HEIC cropped", HeicFiles.corners(HeicFiles.clap(96, 64, 31, 17)), 31, 17),
                Sample.good("HEIC of several pictures, the first meant", HeicFiles.file("heic", 9, several), 100, 80),
                Sample.good("HEIC of several pictures, the last meant", HeicFiles.file("mif1", 5, several), 96, 64),
                Sample.bad("HEIC whose main item is EXIF", HeicFiles.file("heic", 6, several), CORRUPT),
                Sample.bad("HEIC of another codec", HeicFiles.file("heic", 5, List.of(stranger)), UNREADABLE),
                Sample.bad("HEIC cropped outside", HeicFiles.corners(HeicFiles.clap(96, 64, 500, 500)), CORRUPT),
                Sample.bad("HEIC cropped by a fraction of nothing", HeicFiles.corners(
                        Pictures.box("clap", HeicFiles.ints(10, 0, 10, 0, 0, 0, 0, 0))), CORRUPT));
    }

    private static byte[] adobe(int transform) {
        return new byte[]{(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
                (byte) transform};
    }

    private static byte[] fourColours(int transform) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 48, 32, 4, null);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        byte[] plain = Pictures.written(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
        return insert(plain, 2, adobe(transform));
    }

    /** Says twelve bits and has eight. */
    private static byte[] deep() {
        byte[] file = Pictures.jpeg();
        int at = 2;
        while (file[at + 1] != (byte) 0xc0) {
            at += 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
        }
        file[at + 1] = (byte) 0xc1;
        file[at + 4] = 12;
        return file;
    }

    private static BufferedImage sixteenBits() {
        var colors = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        return new BufferedImage(colors, colors.createCompatibleWritableRaster(48, 32), false, null);
    }
}
