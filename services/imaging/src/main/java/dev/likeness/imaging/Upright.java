package dev.likeness.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Turns decoded pixels into what a person sees: opaque 8-bit sRGB on white, the top at the top. One
 * pass, one new image.
 */
final class Upright {

    private static final int STRIP_ROWS = 64;

    private Upright() {}

    /** @param orientation 1 to 8 as EXIF numbers it; the result is always {@code TYPE_INT_RGB} */
    static BufferedImage of(BufferedImage stored, int orientation) {
        return of(stored, orientation, 1);
    }

    /** Each side divided by {@code factor}, rounded up: a new pixel is the mean of a square. */
    static BufferedImage of(BufferedImage stored, int orientation, int factor) {
        if (factor == 1 && orientation == ExifOrientation.UPRIGHT && stored.getType() == BufferedImage.TYPE_INT_RGB) {
            return stored;
        }
        Reduction reduction = new Reduction(stored.getWidth(), stored.getHeight(), factor);
        int width = reduction.width();
        int height = reduction.height();
        boolean turned = orientation > 4;
        BufferedImage upright = new BufferedImage(turned ? height : width, turned ? width : height,
                BufferedImage.TYPE_INT_RGB);
        int[] target = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
        Placement placement = Placement.of(orientation, width, height);
        RowReader rows = rowsOf(stored);
        int[] row = new int[stored.getWidth()];
        for (int y = 0; y < stored.getHeight(); y++) {
            rows.read(y, row);
            if (reduction.add(row)) {
                int at = placement.first + y / factor * placement.perRow;
                int[] reduced = reduction.row();
                for (int x = 0; x < width; x++, at += placement.perColumn) {
                    target[at] = reduced[x];
                }
            }
        }
        return upright;
    }

    /**
     * Where stored pixel (x, y) goes: {@code first + x * perColumn + y * perRow}. EXIF 2.32, table 6.
     */
    private record Placement(int first, int perColumn, int perRow) {

        static Placement of(int orientation, int width, int height) {
            int last = width * height - 1;
            return switch (orientation) {
                case 2 -> new Placement(width - 1, -1, width);
                case 3 -> new Placement(last, -1, -width);
                case 4 -> new Placement(last - (width - 1), 1, -width);
                case 5 -> new Placement(0, height, 1);
                case 6 -> new Placement(height - 1, height, -1);
                case 7 -> new Placement(last, -height, -1);
                case 8 -> new Placement(last - (height - 1), -height, 1);
                default -> new Placement(0, 1, width);
            };
        }
    }

    private interface RowReader {

        /** Fills in row {@code y} as opaque 0xRRGGBB. */
        void read(int y, int[] rgb);
    }

    private static RowReader rowsOf(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        ColorSpace space = colors.getColorSpace();
        boolean gray = space.getType() == ColorSpace.TYPE_GRAY;
        boolean byComponent = colors instanceof ComponentColorModel && !colors.isAlphaPremultiplied()
                && colors.getTransferType() <= DataBuffer.TYPE_USHORT;
        if (image.getRaster().getDataBuffer() instanceof DataBufferInt data
                && image.getType() == BufferedImage.TYPE_INT_RGB
                && data.getSize() == image.getWidth() * image.getHeight()) {
            int[] pixels = data.getData();
            return (y, rgb) -> System.arraycopy(pixels, y * rgb.length, rgb, 0, rgb.length);
        }
        if (byComponent && (gray || space.isCS_sRGB())) {
            return new Components(image, gray)::read;
        }
        if (space.isCS_sRGB()) {
            return (y, rgb) -> {
                image.getRGB(0, y, rgb.length, 1, rgb, 0, rgb.length);
                for (int x = 0; x < rgb.length; x++) {
                    int pixel = rgb[x];
                    rgb[x] = onWhite(pixel >>> 24, pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
                }
            };
        }
        return new Converted(image)::read;
    }

    /**
     * Samples taken as they are. Asked through its colour model, the JDK takes gray for linear light
     * and brightens it; no camera or scanner means that.
     */
    private record Components(Raster raster, boolean gray, boolean alpha, int shift, int[] samples) {

        Components(BufferedImage image, boolean gray) {
            this(image.getRaster(), gray, image.getColorModel().hasAlpha(),
                    image.getColorModel().getComponentSize(0) - 8,
                    new int[image.getWidth() * image.getRaster().getNumBands()]);
        }

        void read(int y, int[] rgb) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, rgb.length, 1, samples);
            int bands = raster.getNumBands();
            for (int x = 0; x < rgb.length; x++) {
                int at = x * bands;
                int red = samples[at] >> shift;
                int green = gray ? red : samples[at + 1] >> shift;
                int blue = gray ? red : samples[at + 2] >> shift;
                rgb[x] = onWhite(alpha ? samples[at + bands - 1] >> shift : 255, red, green, blue);
            }
        }
    }

    /** Through the picture's own profile, some rows at a time: no second full-size copy. */
    private static final class Converted {

        private final BufferedImage image;
        private final ColorConvertOp toSrgb = new ColorConvertOp(null);
        private BufferedImage strip;
        private int stripTop = -STRIP_ROWS;

        Converted(BufferedImage image) {
            this.image = image;
            this.strip = image;
        }

        void read(int y, int[] rgb) {
            if (y >= stripTop + STRIP_ROWS || stripTop < 0) {
                stripTop = y;
                int rows = Math.min(STRIP_ROWS, image.getHeight() - y);
                BufferedImage part = image.getSubimage(0, y, image.getWidth(), rows);
                strip = toSrgb.filter(part,
                        new BufferedImage(image.getWidth(), rows, BufferedImage.TYPE_INT_ARGB));
            }
            strip.getRGB(0, y - stripTop, rgb.length, 1, rgb, 0, rgb.length);
            for (int x = 0; x < rgb.length; x++) {
                int pixel = rgb[x];
                rgb[x] = onWhite(pixel >>> 24, pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
            }
        }
    }

    private static int onWhite(int alpha, int red, int green, int blue) {
        if (alpha == 255) {
            return red << 16 | green << 8 | blue;
        }
        return blend(alpha, red) << 16 | blend(alpha, green) << 8 | blend(alpha, blue);
    }

    private static int blend(int alpha, int value) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /**
     * Replaces values of {@code profile} by those of sRGB; a profile that does not work changes
     * nothing.
     */
    static void toSrgb(BufferedImage rgb, ICC_Profile profile) {
        ICC_Profile[] profiles = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        try {
            ColorConvertOp op = new ColorConvertOp(profiles, null);
            for (int top = 0; top < rgb.getHeight(); top += STRIP_ROWS) {
                int rows = Math.min(STRIP_ROWS, rgb.getHeight() - top);
                WritableRaster part = rgb.getRaster().createWritableChild(0, top, rgb.getWidth(), rows, 0, 0, null);
                WritableRaster converted = op.filter(part, part.createCompatibleWritableRaster());
                part.setDataElements(0, 0, converted);
            }
        } catch (CMMException | IllegalArgumentException e) {
            // Browsers show such a picture as if it had no profile.
        }
    }
}
