package dev.likeness.training.packaging;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ContentWriter;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.training.TrainingPhoto;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The photos as the trainer reads them: {@code photo-01.jpg} and so on, and a caption beside those
 * that have one. It never holds more than a piece of one photo; the same photos give the same
 * bytes.
 */
record PhotoZip(ObjectStore store, List<TrainingPhoto> photos) implements ContentWriter {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // JPEGs do not get smaller.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (int i = 0; i < photos.size(); i++) {
            String stem = String.format(Locale.ROOT, "photo-%02d", i + 1);
            begin(zip, stem + ".jpg");
            copy(photos.get(i), zip);
            if (!photos.get(i).caption().isBlank()) {
                begin(zip, stem + ".txt");
                zip.write(photos.get(i).caption().getBytes(StandardCharsets.UTF_8));
            }
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void copy(TrainingPhoto photo, OutputStream out) throws IOException {
        try (Stream<DataBuffer> pieces = store.get(ObjectKey.in(Bucket.PREPARED, photo.name()))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .toStream(1)) {
            for (DataBuffer piece : (Iterable<DataBuffer>) pieces::iterator) {
                try {
                    piece.asInputStream().transferTo(out);
                } finally {
                    DataBufferUtils.release(piece);
                }
            }
        }
    }
}
