package dev.likeness.training;

import dev.likeness.events.TrainingPhoto;
import dev.likeness.events.TrainingRequested;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** Requests for trainings as validation makes them, with their prepared photos in the store. */
final class Requests {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Requests() {}

    static Person person(String userId) {
        return new Person(new UserId(userId), Epoch.FIRST, Space.random(RANDOM));
    }

    static TrainingRequested request(ObjectStore store, Person person) {
        List<TrainingPhoto> photos = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ObjectKey key = ObjectKey.random(Bucket.PREPARED, person.space());
            byte[] jpeg = jpeg(i);
            store.put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(jpeg)), jpeg.length, "image/jpeg")
                    .block();
            photos.add(TrainingPhoto.newBuilder()
                    .setPhotoId(UUID.randomUUID().toString())
                    .setObjectKey(key.name())
                    .setCaption(i == 0 ? "a photo of " + TriggerWord.of(person.userId()) : "")
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

    private static byte[] jpeg(int shade) {
        var image = new BufferedImage(96, 128, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(40 * shade, 90, 200 - 40 * shade));
        graphics.fillRect(0, 0, 96, 128);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            boolean written = ImageIO.write(image, "jpeg", out);
            assert written;
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
