package dev.likeness.bench.gallery;

import dev.likeness.bench.Figures;
import dev.likeness.imaging.Images;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** Real pictures behind some of the rows, packed and shown small. */
final class GalleryPictures {

    private static final int PORTRAITS = 100;
    private static final int ROUNDS = 7;
    private static final int WIDTH = 896;
    private static final int HEIGHT = 1152;

    private final RunningGallery gallery;
    private final Connection database;

    GalleryPictures(RunningGallery gallery, Connection database) {
        this.gallery = gallery;
        this.database = database;
    }

    record Packed(int portraits, double megabytes, double megabytesASecond, double[] ratios, long bytes,
            double keptThumbnail, double madeThumbnail) {}

    private record Kept(String id, ObjectKey key) {}

    Packed measure() throws Exception {
        List<Kept> kept = kept();
        long stored = put(kept);
        String path = "/v1/gallery/archive?ids=" + String.join(",", kept.stream().map(Kept::id).toList());
        long bytes = gallery.drain(path);
        double[] ratios = new double[ROUNDS];
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            double zip = GalleryBench.milliseconds(() -> gallery.drain(path));
            double straight = GalleryBench.milliseconds(() -> drain(kept));
            ratios[round] = straight / zip;
            fastest = Math.min(fastest, zip);
        }
        return new Packed(PORTRAITS, stored / 1e6, stored / 1e3 / fastest, ratios, bytes, thumbnails(kept, false),
                thumbnails(kept, true));
    }

    private List<Kept> kept() throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("""
                SELECT portrait_id, gallery_key FROM portrait
                WHERE user_id = ? AND saved_at IS NOT NULL AND trashed_at IS NULL AND created_at < now()
                ORDER BY created_at LIMIT ?
                """)) {
            statement.setString(1, GalleryRows.PERSON);
            statement.setInt(2, PORTRAITS);
            List<Kept> kept = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    kept.add(new Kept(found.getString(1), ObjectKey.in(Bucket.GALLERY, found.getString(2))));
                }
            }
            return kept;
        }
    }

    private long put(List<Kept> kept) {
        byte[] picture = picture();
        for (Kept one : kept) {
            gallery.store()
                    .put(one.key(), Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(picture)), picture.length,
                            "image/jpeg")
                    .block();
        }
        return (long) picture.length * kept.size();
    }

    private long drain(List<Kept> kept) {
        return Flux.fromIterable(kept)
                .concatMap(one -> gallery.store().get(one.key()))
                .map(DataBuffer::readableByteCount)
                .reduce(0L, Long::sum)
                .blockOptional()
                .orElse(0L);
    }

    private double thumbnails(List<Kept> kept, boolean lost) throws Exception {
        double[] times = new double[kept.size()];
        for (int i = 0; i < times.length; i++) {
            Kept one = kept.get(i);
            if (lost) {
                gallery.store().delete(ObjectKey.in(Bucket.GALLERY, one.key().name() + ".320.jpg")).block();
            }
            times[i] = GalleryBench.milliseconds(() -> gallery.drain("/v1/gallery/" + one.id() + "/thumbnail"));
        }
        return Figures.median(times);
    }

    /** As large as a portrait of the provider's at quality 95. */
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 200; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), 200, 200);
        }
        graphics.dispose();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(16) * 0x010101);
            }
        }
        return Images.jpeg(image, 0.95);
    }
}
