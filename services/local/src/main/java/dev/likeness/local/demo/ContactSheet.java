package dev.likeness.local.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** All portraits on one JPEG, each with its band below it. */
final class ContactSheet {

    private static final int COLUMNS = 4;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 400;
    private static final int CAPTION = 56;
    private static final int GAP = 16;

    private ContactSheet() {}

    /** @param lines below the picture, one or two */
    record Print(Path file, String band, List<String> lines) {}

    static void write(List<Print> prints, Path to) {
        int columns = Math.clamp(prints.size(), 1, COLUMNS);
        int rows = Math.ceilDiv(Math.max(1, prints.size()), COLUMNS);
        BufferedImage sheet = new BufferedImage(columns * (WIDTH + GAP) + GAP,
                rows * (HEIGHT + CAPTION + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < prints.size(); i++) {
            paint(graphics, prints.get(i), GAP + i % COLUMNS * (WIDTH + GAP),
                    GAP + i / COLUMNS * (HEIGHT + CAPTION + GAP));
        }
        graphics.dispose();
        try {
            if (!ImageIO.write(sheet, "jpg", to.toFile())) {
                throw new IllegalStateException("This Java writes no JPEG");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void paint(Graphics2D graphics, Print print, int x, int y) {
        BufferedImage picture = read(print.file());
        double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        graphics.drawImage(picture, x + (WIDTH - width) / 2, y + (HEIGHT - height) / 2, width, height, null);
        graphics.setColor(color(print.band()));
        graphics.fillRect(x, y + HEIGHT + 4, WIDTH, 6);
        caption(graphics, print.lines(), x, y + HEIGHT + 10);
    }

    // A machine without any font still gets the pictures and the colours.
    private static void caption(Graphics2D graphics, List<String> lines, int x, int y) {
        try {
            graphics.setColor(Color.DARK_GRAY);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
            for (int i = 0; i < lines.size(); i++) {
                graphics.drawString(lines.get(i), x, y + 18 * (i + 1));
            }
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            graphics.setColor(Color.DARK_GRAY);
        }
    }

    private static Color color(String band) {
        return switch (band) {
            case "AS_YOUR_PHOTOS" -> new Color(0x1B7837);
            case "ALIKE" -> new Color(0x7FBF7B);
            case "DOUBTFUL" -> new Color(0xE6A817);
            case "NOT_YOU" -> new Color(0xB2182B);
            default -> Color.GRAY;
        };
    }

    private static BufferedImage read(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture == null) {
                throw new IllegalStateException(file + " is no picture");
            }
            return picture;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
