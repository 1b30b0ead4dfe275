package dev.likeness.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Training ZIPs of drawn people. */
public final class Zips {

    private Zips() {}

    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Three photos of one person, one with a caption. */
    static byte[] person(Color hair) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            entries.put("0" + i + ".jpg", photo(hair, i));
        }
        entries.put("00.txt", "a photo of u1, smiling".getBytes(StandardCharsets.UTF_8));
        return of(entries);
    }

    /** A drawn portrait, 640x800, as JPEG. */
    public static byte[] photo(Color hair, int variation) {
        BufferedImage image = new BufferedImage(640, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(90 + 20 * variation, 110, 150));
        graphics.fillRect(0, 0, 640, 800);
        graphics.setColor(hair);
        graphics.fillOval(190, 140, 260, 300);
        graphics.fillRoundRect(80, 560, 480, 400, 200, 200);
        graphics.setColor(new Color(225, 172, 140));
        graphics.fillOval(220, 190, 200, 270);
        graphics.fillRect(280, 430, 80, 140);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(265, 290, 24, 14);
        graphics.fillOval(350, 290, 24, 14);
        graphics.fillRect(290, 390 + 4 * variation, 60, 8);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            boolean written = ImageIO.write(image, "jpeg", bytes);
            assert written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
