package dev.likeness.validation;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports that are kept. */
public interface Reports {

    /**
     * The report of the person's current epoch, without face vectors; empty where there is none, or it
     * is another's.
     */
    Mono<Report> find(UserId userId, UploadId id);

    /**
     * The report as it is, locked until the surrounding transaction ends; {@link Report.Unknown} where
     * there is none.
     */
    Mono<Report> lock(Person person, UploadId id);

    /** Stores what changed between the two; an error where the person's epoch is over. */
    Mono<Void> save(Person person, Report before, Report after);

    /**
     * What was found of the same bytes in the same epoch, in whichever set; empty where nobody has
     * looked at them.
     */
    Mono<Earlier> earlier(Person person, Photo photo);

    /**
     * Verdicts told after the given number, in the order in which they came. Only the latest on each
     * photo, and on the set, is kept.
     */
    Flux<Told> told(UserId userId, UploadId id, long after);

    /**
     * Takes the one training that the person's epoch may have at a time.
     *
     * @return whether it was free, or this training's already
     */
    Mono<Boolean> claimTraining(Person person, UploadId id, TrainingId training);

    /**
     * Gives it back: the training has ended without a model.
     *
     * @return the set that it was on; empty where the epoch has another training by now, or none
     */
    Mono<UploadId> releaseTraining(Person person, TrainingId training);

    /** @param preparedKey where the prepared copy is, if one was kept */
    record Earlier(Findings findings, String preparedKey) {}

    /**
     * @param number grows with each verdict told
     * @param photo empty: the set
     */
    record Told(long number, Optional<PhotoId> photo) {}
}
