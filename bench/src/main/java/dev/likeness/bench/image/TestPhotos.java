package dev.likeness.bench.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Photos of a phone's size, made from a public-domain portrait: enlarged, with grain of two sizes,
 * so that they weigh what a camera's photos do.
 */
final class TestPhotos {

    private static final float QUALITY = 0.9F;
    private static final int TILE = 512;

    private final Path directory;
    private final BufferedImage portrait;

    TestPhotos(Path portrait, Path directory) throws IOException {
        this.portrait = ImageIO.read(portrait.toFile());
        this.directory = directory;
    }

    Path jpeg(String name, int width, int height) throws IOException {
        Path file = directory.resolve(name + ".jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo(width, height), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** As an iPhone writes it: a grid of tiles, each coded by {@code heif-enc}. */
    Path heic(String name, int width, int height) throws IOException, InterruptedException {
        BufferedImage photo = photo(width, height);
        int columns = (width + TILE - 1) / TILE;
        int rows = (height + TILE - 1) / TILE;
        List<byte[]> tiles = new ArrayList<>();
        for (int tile = 0; tile < columns * rows; tile++) {
            tiles.add(tile(photo, tile % columns * TILE, tile / columns * TILE));
        }
        return Files.write(directory.resolve(name + ".heic"),
                new HeicGrid(TILE, columns, rows).file(tiles, width, height));
    }

    private byte[] tile(BufferedImage photo, int left, int top) throws IOException, InterruptedException {
        var tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                tile.setRGB(x, y, photo.getRGB(Math.min(left + x, photo.getWidth() - 1),
                        Math.min(top + y, photo.getHeight() - 1)));
            }
        }
        Path png = directory.resolve("tile.png");
        Path coded = directory.resolve("tile.heic");
        ImageIO.write(tile, "png", png.toFile());
        Process encoder = new ProcessBuilder("heif-enc", "-q", "60", "-o", coded.toString(), png.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (encoder.waitFor() != 0) {
            throw new IOException("heif-enc failed");
        }
        return Files.readAllBytes(coded);
    }

    private BufferedImage photo(int width, int height) {
        var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = Math.max((double) width / portrait.getWidth(), (double) height / portrait.getHeight());
        int drawnWidth = (int) Math.ceil(portrait.getWidth() * scale);
        int drawnHeight = (int) Math.ceil(portrait.getHeight() * scale);
        // From the top: a face is there.
        graphics.drawImage(portrait, (width - drawnWidth) / 2, 0, drawnWidth, drawnHeight, null);
        graphics.dispose();
        grain(photo);
        return photo;
    }

    private static void grain(BufferedImage photo) {
        var random = new Random(7);
        int columns = photo.getWidth() / 3 + 1;
        double[] coarse = random.doubles((long) columns * (photo.getHeight() / 3 + 1))
                .map(value -> value * 14 - 7)
                .toArray();
        int[] row = new int[photo.getWidth()];
        for (int y = 0; y < photo.getHeight(); y++) {
            photo.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int change = (int) (coarse[y / 3 * columns + x / 3] + random.nextInt(-5, 6));
                row[x] = clamp(row[x] >> 16, change) << 16 | clamp(row[x] >> 8, change) << 8 | clamp(row[x], change);
            }
            photo.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }

    private static int clamp(int channel, int change) {
        return Math.clamp((channel & 0xFF) + change, 0, 255);
    }
}
