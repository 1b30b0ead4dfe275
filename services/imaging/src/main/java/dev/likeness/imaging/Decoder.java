package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;
import static dev.likeness.imaging.UnreadableImage.Reason.TOO_MANY_PIXELS;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Decodes one whole picture, or refuses it: header, limit, completeness, then pixels. */
final class Decoder {

    static {
        // ImageIO asks the thread's class loader, which does not see a nested jar on every thread.
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ServiceLoader.load(ImageReaderSpi.class, Decoder.class.getClassLoader()).forEach(provider -> {
            if (registry.getServiceProviderByClass(provider.getClass()) == null) {
                registry.registerServiceProvider(provider);
            }
        });
    }

    private final byte[] file;
    private final ImageHeader header;
    private final int factor;

    private Decoder(byte[] file, ImageHeader header, int factor) {
        this.file = file;
        this.header = header;
        this.factor = factor;
    }

    static BufferedImage decodeUpright(byte[] file, long maxPixels) {
        return decode(ImageHeader.read(file), maxPixels, 1, () -> file);
    }

    static BufferedImage decodeUpright(Path file, long maxPixels) {
        return decode(ImageHeader.read(file), maxPixels, 1, () -> Files.readAllBytes(file));
    }

    static BufferedImage decodeReduced(byte[] file, long maxPixels, int longSide) {
        ImageHeader header = ImageHeader.read(file);
        return decode(header, maxPixels, Reduction.factor(header.longSide(), longSide), () -> file);
    }

    static void requireWhole(byte[] file, ImageFormat format) {
        switch (format) {
            case JPEG -> JpegHeader.requireComplete(file);
            case WEBP -> WebpHeader.requireComplete(whole(file));
            case HEIC -> {
                var _ = HeicPicture.of(file);
            }
            case PNG -> {
                // Its checksums are compared when it is decoded.
            }
        }
    }

    private interface Content {

        byte[] read() throws IOException;
    }

    private static BufferedImage decode(ImageHeader header, long maxPixels, int factor, Content content) {
        if (header.pixels() > maxPixels) {
            throw new UnreadableImage(TOO_MANY_PIXELS,
                    header.width() + "x" + header.height() + " is over " + maxPixels);
        }
        if (header.animated()) {
            throw new UnreadableImage(SEVERAL_FRAMES, header.format().name());
        }
        try (var _ = PixelBudget.ofThisJvm().take(header.pixels())) {
            return new Decoder(content.read(), header, factor).decode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage decode() throws IOException {
        requireWhole(file, header.format());
        return switch (header.format()) {
            case JPEG -> upright(read(ImageIO.getImageReadersByFormatName("jpeg").next()));
            case PNG -> decodePng();
            case WEBP -> upright(read(new WebPImageReaderSpi().createReaderInstance(null)));
            case HEIC -> throw new UnreadableImage(UNREADABLE, "HEIC is decoded by workers only");
        };
    }

    private BufferedImage decodePng() throws IOException {
        PngChunks chunks = PngChunks.read(whole(file));
        BufferedImage upright = upright(new Decoder(chunks.toDecode(), header, factor)
                .read(ImageIO.getImageReadersByFormatName("png").next()));
        chunks.profile().ifPresent(profile -> profile.toSrgb(upright));
        return upright;
    }

    private BufferedImage upright(BufferedImage stored) {
        return Upright.of(stored, header.orientation(), factor);
    }

    private static ByteReader whole(byte[] file) {
        return new ByteReader(new ByteArrayInputStream(file), Long.MAX_VALUE);
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        PixelWarnings warnings = new PixelWarnings();
        try (ImageInputStream in = new GuardedInput(file)) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(warnings);
            // Two parsers, one file: what our header promised is what may be allocated.
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new UnreadableImage(CORRUPT, "two different sizes");
            }
            BufferedImage image = reader.read(0);
            warnings.refuseDamage();
            return image;
        } catch (EOFException e) {
            throw new UnreadableImage(TRUNCATED, e);
        } catch (IIOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | NullPointerException | ArithmeticException | ClassCastException | NegativeArraySizeException
                | UnsupportedOperationException | CMMException e) {
            throw new UnreadableImage(CORRUPT, e);
        } finally {
            reader.dispose();
        }
    }
}
