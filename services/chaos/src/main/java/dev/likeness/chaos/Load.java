package dev.likeness.chaos;

import dev.likeness.chaos.parts.Stand;
import dev.likeness.chaos.verdict.Request;
import dev.likeness.events.TrainingPhoto;
import dev.likeness.events.TrainingRequested;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.minio.MinioObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

/** Asks for trainings as validation does, one person each, and insists until the broker has it. */
final class Load implements AutoCloseable {

    private static final int PHOTOS = 2;
    private static final byte[] JPEG = jpeg();

    private final Stand stand;
    private final MinioObjectStore store;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final List<Request> acknowledged = new ArrayList<>();
    private final List<Future<?>> asked = new ArrayList<>();
    private int persons;

    Load(Stand stand) {
        this.stand = stand;
        var at = stand.store();
        store = MinioObjectStore.connect(new ObjectsProperties(at.endpoint(), at.accessKey(), at.secretKey(),
                "us-east-1", null, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(30),
                Duration.ofSeconds(10), 16, Duration.ofSeconds(10), 4, Duration.ofMillis(100),
                DataSize.ofMegabytes(5)));
        store.ensureBuckets(List.of(Bucket.PREPARED, Bucket.TRAINING_ZIPS)).block();
    }

    /** Asks for so many, one after the other, while the caller goes on. */
    void ask(int jobs) {
        for (int i = 0; i < jobs; i++) {
            var person = new Person(new UserId(String.format(Locale.ROOT, "chaos%05d", ++persons)), Epoch.FIRST,
                    Space.random(random));
            asked.add(executor.submit(() -> publish(person)));
        }
    }

    /** Waits until the broker has all that was asked for. */
    List<Request> acknowledged() {
        for (Future<?> one : asked) {
            try {
                one.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (java.util.concurrent.ExecutionException failed) {
                throw new IllegalStateException("A training could not even be asked for", failed);
            }
        }
        asked.clear();
        return List.copyOf(acknowledged);
    }

    /** The photo store, to look for what is left in it. */
    long zips() {
        return store.list(Bucket.TRAINING_ZIPS, "").count().blockOptional().orElse(0L);
    }

    private void publish(Person person) {
        TrainingRequested event = request(person);
        UUID eventId = UUID.randomUUID();
        RuntimeException last = new IllegalStateException("never tried");
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                var _ = stand.probe().publish(eventId, event);
                acknowledged.add(new Request(event.getTrainingId(), event.getUserId(), event.getTriggerWord()));
                return;
            } catch (IllegalStateException notTaken) {
                last = notTaken;
            }
        }
        throw last;
    }

    private TrainingRequested request(Person person) {
        List<TrainingPhoto> photos = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            ObjectKey key = ObjectKey.random(Bucket.PREPARED, person.space());
            store.put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(JPEG)), JPEG.length, "image/jpeg")
                    .block();
            photos.add(TrainingPhoto.newBuilder()
                    .setPhotoId(UUID.randomUUID().toString())
                    .setObjectKey(key.name())
                    .setCaption("")
                    .build());
        }
        return TrainingRequested.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setTrainingId(UUID.randomUUID().toString())
                .setUploadId(UUID.randomUUID().toString())
                .setTriggerWord(TriggerWord.of(person.userId()).value())
                .setPhotos(photos)
                .build();
    }

    private static byte[] jpeg() {
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg", out)) {
                throw new IllegalStateException("This JVM writes no JPEGs");
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        store.close();
    }
}
