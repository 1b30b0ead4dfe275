package dev.likeness.sandbox.life;

import java.time.Duration;

/**
 * The trainer's log as it stands after some time: extraction, captions, then one progress line per
 * so many steps in tqdm's form
 * {@code flux_train_replicate:  31%|###   | 310/1000 [03:10<06:00,  1.91it/s, lr: 4.0e-04 loss: 3.5e-01]}.
 */
public sealed interface TrainerLog {

    TrainerLog NOTHING = new Nothing();

    String text();

    record Nothing() implements TrainerLog {

        @Override
        public String text() {
            return "";
        }
    }

    /** Of a ZIP that can't be trained on. */
    record Refused(Reading reading) implements TrainerLog {

        @Override
        public String text() {
            return reading.files() == 0 ? "" : TrainerLines.extracted(reading);
        }
    }

    /** @param elapsed since the ZIP was read */
    record Written(Training training, Reading reading, Duration elapsed) implements TrainerLog {

        @Override
        public String text() {
            return elapsed.isNegative() ? "" : TrainerLines.until(training, reading, elapsed);
        }
    }
}
