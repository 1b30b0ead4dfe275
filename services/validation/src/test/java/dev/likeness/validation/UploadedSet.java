package dev.likeness.validation;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A set of photos in the store, and the event that says so. */
final class UploadedSet {

    private final RunningValidation running;
    private final Person person;
    private final String uploadId = UUID.randomUUID().toString();
    private final List<UploadedPhoto> photos = new ArrayList<>();

    UploadedSet(RunningValidation running, Person person) {
        this.running = running;
        this.person = person;
    }

    static Person anyPerson() {
        return new Person(UserId.of(UUID.randomUUID().toString()), Epoch.FIRST, Space.random(new SecureRandom()));
    }

    static Person later(Person person) {
        return new Person(person.userId(), person.epoch().next(), Space.random(new SecureRandom()));
    }

    String uploadId() {
        return uploadId;
    }

    String photoId(int place) {
        return photos.get(place).getPhotoId();
    }

    void add(byte[] bytes) {
        add(running.selfie(person.space(), bytes).name(), bytes);
    }

    /** A photo whose bytes the store has not got. */
    void addMissing(byte[] bytes) {
        add(person.space().value() + "/" + "0".repeat(32), bytes);
    }

    void addGood(int count, long firstSeed) {
        for (int i = 0; i < count; i++) {
            add(TestPhotos.jpeg(640, 650, firstSeed + i));
        }
    }

    /** A photo with these faces in it. */
    void addWith(long seed, FaceReading... faces) {
        byte[] bytes = TestPhotos.jpeg(640, 650, seed);
        running.examiner().finds(bytes, faces);
        add(bytes);
    }

    void drop(int place) {
        photos.remove(place);
    }

    ImagesUploaded event(boolean autoStart) {
        return event(1, autoStart);
    }

    ImagesUploaded event(int revision, boolean autoStart) {
        return ImagesUploaded.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(uploadId)
                .setRevision(revision)
                .setAutoStart(autoStart)
                .setPhotos(photos)
                .build();
    }

    private void add(String key, byte[] bytes) {
        photos.add(
                new UploadedPhoto(UUID.randomUUID().toString(), key, (long) bytes.length, sha256(bytes), "image/jpeg"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
