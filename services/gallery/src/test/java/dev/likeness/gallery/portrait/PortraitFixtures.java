package dev.likeness.gallery.portrait;

import java.time.Duration;
import java.time.Instant;

public final class PortraitFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final PortraitId ID = new PortraitId("portrait-1");

    private PortraitFixtures() {}

    /** Can be saved for the first time given, and goes after the second. */
    public static Details details(Duration offered, Duration kept) {
        var image = new Details.Image("preview", "copy", "image/jpeg", 896, 1152, 100_000);
        var times = new Details.Times(NOON, NOON.plus(offered), NOON.plus(kept));
        return new Details("generation-1", "owner/name:version", image, 42, 0, null, times);
    }

    public static Details details() {
        return details(Duration.ofHours(24), Duration.ofHours(26));
    }

    public static Portrait.Preview preview() {
        return new Portrait.Preview(ID, details());
    }

    public static Portrait.Saved saved() {
        return new Portrait.Saved(ID, details(), NOON.plusSeconds(60));
    }
}
