package dev.likeness.sandbox.life;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The lines of a {@link TrainerLog}. */
final class TrainerLines {

    private static final String JOB = "flux_train_replicate";
    private static final int MAX_LINES = 200;
    private static final Set<Object> NO = Set.of(false, "false");

    private TrainerLines() {}

    static String until(Training training, Reading reading, Duration elapsed) {
        StringBuilder log = new StringBuilder(extracted(reading));
        captions(training, reading, log);
        log.append("Starting train job\nRunning  1 process\n");
        int steps = number(training, "steps", 1000).intValue();
        double seconds = Math.max(training.duration().toMillis(), 1) / 1000.0;
        double part = Math.min(1, elapsed.toMillis() / 1000.0 / seconds);
        int done = (int) Math.floor(part * steps);
        double rate = number(training, "learning_rate", 4e-4).doubleValue();
        Random loss = new Random(training.id().hashCode());
        int every = Math.max(1, steps / MAX_LINES);
        for (int step = 0; step <= done; step += every) {
            log.append(line(step, steps, seconds, rate, loss)).append('\n');
        }
        if (done == steps && steps % every != 0) {
            log.append(line(steps, steps, seconds, rate, loss)).append('\n');
        }
        if (done == steps) {
            log.append("Saved to output/").append(JOB).append("/").append(JOB).append(".safetensors\n");
        }
        return log.toString();
    }

    static String extracted(Reading reading) {
        return "Extracted " + reading.files() + " files from zip to input_images\n";
    }

    private static void captions(Training training, Reading reading, StringBuilder log) {
        boolean missing = reading.photos().stream().anyMatch(photo -> photo.caption().isEmpty());
        if (!missing || NO.contains(training.input().getOrDefault("autocaption", true))) {
            return;
        }
        for (Reading.Photo photo : reading.photos()) {
            if (photo.caption().isEmpty()) {
                log.append("Caption for input_images/")
                        .append(photo.name())
                        .append(": A photograph of a person looking towards the camera, head and shoulders.\n");
            } else {
                log.append(photo.name()).append(" is already captioned\n");
            }
        }
    }

    private static String line(int step, int steps, double seconds, double rate, Random loss) {
        double value = 0.25 + 0.4 * Math.exp(-3.0 * step / steps) + 0.1 * loss.nextDouble();
        double spent = seconds * step / steps;
        String left = step == 0 ? "?" : Tqdm.clock(seconds - spent);
        String speed = step == 0 ? "?it/s" : String.format(Locale.ROOT, "%5.2fit/s", steps / seconds);
        return JOB + ": " + Tqdm.bar(step, steps) + " [" + Tqdm.clock(spent) + "<" + left + ", " + speed
                + String.format(Locale.ROOT, ", lr: %.1e loss: %.1e]", rate, value);
    }

    private static Number number(Training training, String key, Number otherwise) {
        return training.input().get(key) instanceof Number given ? given : otherwise;
    }
}
