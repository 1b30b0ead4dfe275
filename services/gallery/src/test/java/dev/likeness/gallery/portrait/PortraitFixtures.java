package dev.likeness.gallery.portrait;

import java.time.Duration;
import java.time.Instant;

public final class PortraitFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final PortraitId ID = new PortraitId("portrait-1");

    private PortraitFixtures() {}

    /** Can be saved for the first time given, and goes after the second. */
    public static Details details(Duration offered, Duration kept) {
        var image = new Details.Image("preview", "copy", "image/jpeg", 896, 1152, 100_000, null);
        var recipe = new Recipe(42, "owner/name:version", "3:4", 35, 2.5, 1.0);
        var likeness = new Likeness(null, Likeness.Band.NOT_MEASURED, null, false, false);
        var times = new Details.Times(NOON, NOON.plus(offered), NOON.plus(kept));
        return new Details("generation-1", image, recipe, likeness, 0, false, times);
    }

    public static Details details() {
        return details(Duration.ofHours(24), Duration.ofHours(26));
    }

    public static Portrait.Preview preview() {
        return new Portrait.Preview(ID, details(), false);
    }

    public static Portrait.Saved saved() {
        return new Portrait.Saved(ID, details(), false, NOON.plusSeconds(60));
    }
}
