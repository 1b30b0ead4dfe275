package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.HEIC_NOT_SUPPORTED_YET;
import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;
import static dev.likeness.imaging.UnreadableImage.Reason.TOO_MANY_PIXELS;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

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

    private Decoder(byte[] file, ImageHeader header) {
        this.file = file;
        this.header = header;
    }

    static BufferedImage decodeUpright(byte[] file, long maxPixels) {
        return decodeUpright(ImageHeader.read(file), maxPixels, () -> file);
    }

    static BufferedImage decodeUpright(Path file, long maxPixels) {
        return decodeUpright(ImageHeader.read(file), maxPixels, () -> Files.readAllBytes(file));
    }

    private interface Content {

        byte[] read() throws IOException;
    }

    private static BufferedImage decodeUpright(ImageHeader header, long maxPixels, Content content) {
        if (header.pixels() > maxPixels) {
            throw new UnreadableImage(TOO_MANY_PIXELS,
                    header.width() + "x" + header.height() + " is over " + maxPixels);
        }
        if (header.animated()) {
            throw new UnreadableImage(SEVERAL_FRAMES, header.format().name());
        }
        try (var _ = PixelBudget.ofThisJvm().take(header.pixels())) {
            return new Decoder(content.read(), header).decode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage decode() throws IOException {
        return switch (header.format()) {
            case JPEG -> {
                JpegHeader.requireComplete(whole());
                yield Upright.of(read(ImageIO.getImageReadersByFormatName("jpeg").next()), header.orientation());
            }
            case PNG -> decodePng();
            case WEBP -> {
                WebpHeader.requireComplete(whole());
                yield Upright.of(read(new WebPImageReaderSpi().createReaderInstance(null)), header.orientation());
            }
            case HEIC -> throw new UnreadableImage(HEIC_NOT_SUPPORTED_YET, "no decoder");
        };
    }

    private BufferedImage decodePng() throws IOException {
        PngChunks chunks = PngChunks.read(whole());
        BufferedImage stored = new Decoder(chunks.toDecode(), header)
                .read(ImageIO.getImageReadersByFormatName("png").next());
        BufferedImage upright = Upright.of(stored, header.orientation());
        chunks.profile().ifPresent(profile -> Upright.toSrgb(upright, profile));
        return upright;
    }

    private ByteReader whole() {
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
