package dev.likeness.training.api;

import java.time.Instant;
import java.util.Locale;

/**
 * When a training will end.
 *
 * @param basis {@code usual} (what others saw), {@code past} (trainings of ours of late) or
 * {@code pace} (how fast this one goes)
 */
record OutlookView(Instant earliest, Instant likely, Instant latest, String basis) {

    static OutlookView of(Outlook outlook) {
        return new OutlookView(outlook.earliest(), outlook.likely(), outlook.latest(),
                outlook.basis().name().toLowerCase(Locale.ROOT));
    }
}
