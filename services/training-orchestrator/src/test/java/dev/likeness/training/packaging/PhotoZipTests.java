package dev.likeness.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.InMemoryObjectStore;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.person.Space;
import dev.likeness.training.TrainingPhoto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class PhotoZipTests {

    private static final Space SPACE = new Space("0123456789abcdef0123456789abcdef");
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void holdsThePhotosAndTheCaptionsGivenAndNothingElse() throws IOException {
        List<TrainingPhoto> photos = List.of(photo("first", ""), photo("second", "a photo of userada1"));
        assertThat(unzip(zip(photos))).containsExactly(Map.entry("photo-01.jpg", "first"),
                Map.entry("photo-02.jpg", "second"), Map.entry("photo-02.txt", "a photo of userada1"));
    }

    @Test
    void isTheSameForTheSamePhotos() throws IOException {
        List<TrainingPhoto> photos = List.of(photo("one", ""), photo("two", ""));
        assertThat(zip(photos)).isEqualTo(zip(photos));
    }

    @Test
    void failsWhereAPhotoIsGone() {
        var gone = new TrainingPhoto(ObjectKey.random(Bucket.PREPARED, SPACE).name(), "");
        assertThatThrownBy(() -> zip(List.of(gone))).isInstanceOf(ObjectMissing.class);
    }

    private TrainingPhoto photo(String content, String caption) {
        ObjectKey key = ObjectKey.random(Bucket.PREPARED, SPACE);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        store.put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length, "image/jpeg")
                .block();
        return new TrainingPhoto(key.name(), caption);
    }

    private byte[] zip(List<TrainingPhoto> photos) throws IOException {
        var out = new ByteArrayOutputStream();
        new PhotoZip(store, photos).writeTo(out);
        return out.toByteArray();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
