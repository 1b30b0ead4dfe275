package dev.likeness.generation.shoot;

import dev.likeness.generation.likeness.Band;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

public final class ShootFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final Duration GRACE = Duration.ofSeconds(30);
    public static final Terms TERMS = new Terms(GRACE, 2);

    private ShootFixtures() {}

    public static ShootId anyShootId() {
        return new ShootId(UUID.randomUUID());
    }

    public static Shoot requested(int outputs) {
        return ShootRules.decide(new Shoot.Unheard(anyShootId()), new Input.Requested(outputs), TERMS, NOON).next();
    }

    /** A shoot of one take after those inputs, one a second. */
    static Shoot after(int outputs, Input... inputs) {
        Shoot shoot = requested(outputs);
        Instant now = NOON;
        for (Input input : inputs) {
            now = now.plusSeconds(1);
            shoot = ShootRules.decide(shoot, input, TERMS, now).next();
        }
        return shoot;
    }

    static List<Frame> frames(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Frame(i, UUID.randomUUID(), "space/" + i)).toList();
    }

    static Portrait heldBack(Portrait portrait) {
        return portrait.with(new Likeness(Band.NOT_YOU, Optional.of(new Likeness.Figures(0.1, 0)), Optional.empty(),
                false));
    }

    static List<Portrait> portraits(List<Frame> frames) {
        return frames.stream()
                .map(frame -> new Portrait(frame, "image/jpeg", 896, 1152, 1000, 7,
                        Likeness.notMeasured(Unmeasured.NO_FACE)))
                .toList();
    }
}
