package dev.likeness.validation;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import reactor.core.publisher.Mono;

/** The reports that are kept. */
public interface Reports {

    /** The report of the person's current epoch; empty where there is none, or it is another's. */
    Mono<Report> find(UserId userId, UploadId id);

    /**
     * The report as it is, locked until the surrounding transaction ends; {@link Report.Unknown} where
     * there is none.
     */
    Mono<Report> lock(Person person, UploadId id);

    /** Stores what changed between the two; an error where the person's epoch is over. */
    Mono<Void> save(Person person, Report before, Report after);

    /**
     * Takes the one training of the person's epoch.
     *
     * @return whether it was free, or this training's already
     */
    Mono<Boolean> claimTraining(Person person, UploadId id, TrainingId training);
}
