package dev.likeness.gallery;

import dev.likeness.events.Portrait;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.imaging.Images;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Portraits in the store, and the event that says so. */
final class MadePortraits {

    private final RunningGallery running;
    private final Person person;
    private final List<Portrait> portraits = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();

    MadePortraits(RunningGallery running, Person person) {
        this.running = running;
        this.person = person;
    }

    static Person anyPerson() {
        return new Person(UserId.of(UUID.randomUUID().toString()), Epoch.FIRST, Space.random(new SecureRandom()));
    }

    static Person later(Person person) {
        return new Person(person.userId(), person.epoch().next(), Space.random(new SecureRandom()));
    }

    MadePortraits add(int count) {
        for (int i = 0; i < count; i++) {
            add(i == 0 ? 0.75 : null, i == 0 ? "ALIKE" : "NOT_MEASURED", false);
        }
        return this;
    }

    MadePortraits alike(double likeness, String band) {
        add(likeness, band, false);
        return this;
    }

    MadePortraits heldBack(double likeness) {
        add(likeness, "NOT_YOU", true);
        return this;
    }

    private void add(@Nullable Double likeness, String band, boolean heldBack) {
        byte[] picture = picture(portraits.size());
        pictures.add(picture);
        portraits.add(Portrait.newBuilder()
                .setPortraitId(UUID.randomUUID().toString())
                .setObjectKey(running.preview(person.space(), picture).name())
                .setContentType("image/jpeg")
                .setWidth(896)
                .setHeight(1152)
                .setSize(picture.length)
                .setSeed(42L)
                .setIndex(portraits.size())
                .setLikeness(likeness)
                .setLikenessBand(band)
                .setLikenessPercentile(likeness == null ? null : likeness * 100)
                .setHeldBack(heldBack)
                .build());
    }

    String id(int place) {
        return portraits.get(place).getPortraitId();
    }

    byte[] picture(String id) {
        return pictures.get(portraits.stream().map(Portrait::getPortraitId).toList().indexOf(id));
    }

    /** Made now, to be saved for as long as given. */
    PortraitsGenerated event(Duration offered) {
        return event(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), offered);
    }

    PortraitsGenerated event(Instant madeAt, Duration offered) {
        return PortraitsGenerated.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setGenerationId("generation-1")
                .setModelVersion("owner/name:version")
                .setAspectRatio("4:5")
                .setSteps(40)
                .setGuidanceScale(3)
                .setLoraScale(1.25)
                .setPortraits(portraits)
                .setOccurredAt(madeAt)
                .setExpiresAt(madeAt.plus(offered))
                .build();
    }

    private static byte[] picture(long seed) {
        BufferedImage image = new BufferedImage(896, 1152, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 50; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(896), random.nextInt(1152), 200, 200);
        }
        graphics.dispose();
        return Images.jpeg(image, 0.9);
    }
}
