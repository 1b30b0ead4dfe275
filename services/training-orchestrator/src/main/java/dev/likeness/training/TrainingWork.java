package dev.likeness.training;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import dev.likeness.training.run.TrainingId;
import java.time.Duration;

/** The kinds of slow work, and what their keys say: {@code training:detail}. */
public enum TrainingWork {
    PACKAGE,
    SUBMIT,
    SETTLE,
    POLL,
    CANCEL,
    CLEAN_UP,
    DEADLINE;

    /** As the table of work knows it. */
    public String kind() {
        return "training-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String key(TrainingId id, Object detail) {
        return id + ":" + detail;
    }

    public Work.Item item(Person person, TrainingId id, Object detail, Duration delay) {
        return new Work.Item(kind(), key(id, detail), person, "", delay);
    }

    public static TrainingId training(Job job) {
        return TrainingId.of(job.key().substring(0, job.key().indexOf(':')));
    }

    public static String detail(Job job) {
        return job.key().substring(job.key().indexOf(':') + 1);
    }

    /** Of work whose detail is the attempt's number. */
    public static int attempt(Job job) {
        return Integer.parseInt(detail(job));
    }
}
