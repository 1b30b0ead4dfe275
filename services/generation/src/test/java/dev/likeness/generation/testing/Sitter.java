package dev.likeness.generation.testing;

import dev.likeness.imaging.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Somebody real, in the public domain, and photos made of one portrait of them. */
public enum Sitter {
    OBAMA("obama.jpg", 0.44, 0.30),
    BIDEN("biden.jpg", 0.50, 0.17);

    private final BufferedImage portrait;
    private final double x;
    private final double y;

    Sitter(String file, double x, double y) {
        portrait = picture(file);
        this.x = x;
        this.y = y;
    }

    /** A photo of them taken at another time; there is one of Obama only. */
    public static byte[] anotherPhotoOfObama() {
        return Images.jpeg(Images.resize(picture("obama3.jpg"), 1400), 0.95);
    }

    /** Each differs in crop, tilt, side and light; the same number gives the same photo. */
    public byte[] photo(int number) {
        double zoom = 1 + 0.12 * (number % 4);
        double tilt = 5 * (number % 5 - 2);
        double light = 0.85 + 0.08 * (number % 5);
        int side = 900;
        double scale = zoom * side / Math.min(portrait.getWidth(), portrait.getHeight());
        BufferedImage canvas = new BufferedImage(side, side * 5 / 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(new Color(112, 120, 132));
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(canvas.getWidth() * (0.45 + 0.03 * (number % 3)),
                canvas.getHeight() * (0.38 + 0.03 * (number % 2)));
        place.rotate(Math.toRadians(tilt));
        place.scale(number % 2 == 0 ? scale : -scale, scale);
        place.translate(-x * portrait.getWidth(), -y * portrait.getHeight());
        graphics.drawImage(portrait, place, null);
        graphics.dispose();
        return Images.jpeg(lit(canvas, light), 0.95);
    }

    public List<byte[]> photos(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::photo).toList();
    }

    private static BufferedImage lit(BufferedImage picture, double factor) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int changed = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    changed |= (int) Math.clamp(Math.round((rgb >> shift & 255) * factor), 0, 255) << shift;
                }
                picture.setRGB(x, y, changed);
            }
        }
        return picture;
    }

    // The pictures have one home, with where they come from beside them.
    private static BufferedImage picture(String file) {
        Path portraits = Path.of("..", "imaging", "src", "test", "resources", "portraits");
        try {
            return Images.decodeUpright(Files.readAllBytes(portraits.resolve(file)), Images.MAX_PIXELS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
