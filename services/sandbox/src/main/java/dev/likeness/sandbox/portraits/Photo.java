package dev.likeness.sandbox.portraits;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A photo to make pictures from. */
public final class Photo {

    /** More pixels than this on the short side add nothing to a picture of one megapixel. */
    private static final int ENOUGH = 1200;

    private final Source source;

    private Photo(Source source) {
        this.source = source;
    }

    private interface Source {
        byte[] bytes() throws IOException;
    }

    public static Photo of(Path file) {
        return new Photo(() -> Files.readAllBytes(file));
    }

    /** Somebody who is certainly not the person trained on. */
    public static Photo stranger() {
        return new Photo(() -> {
            try (InputStream in = Photo.class.getResourceAsStream("/sandbox/stranger.jpg")) {
                return Objects.requireNonNull(in, "stranger.jpg").readAllBytes();
            }
        });
    }

    /** As RGB, no larger than is of use. */
    BufferedImage read() throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(source.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not an image that can be read here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / ENOUGH);
                param.setSourceSubsampling(step, step, 0, 0);
                return rgb(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return rgb;
    }
}
