package dev.likeness.training.provider;

import dev.likeness.training.run.Steps;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Progress from the trainer's log, which is the only place it is told:
 * {@code flux_train_replicate:  31%|...| 310/1000 [03:10<06:00,  1.91it/s]}. Other bars, such as
 * those of downloads, do not carry the trainer's name.
 */
final class TrainerLog {

    private static final Pattern BAR = Pattern
            .compile("flux_train_replicate:\\s{1,4}(\\d{1,3})%\\|[^|\\n]{0,200}\\|\\s{1,4}(\\d{1,9})/(\\d{1,9})");

    private TrainerLog() {}

    static Steps steps(String log) {
        Optional<MatchResult> last = BAR.matcher(log).results().reduce((earlier, later) -> later);
        return last.map(bar -> new Steps(Integer.parseInt(bar.group(2)), Integer.parseInt(bar.group(3))))
                .orElse(Steps.NONE);
    }
}
