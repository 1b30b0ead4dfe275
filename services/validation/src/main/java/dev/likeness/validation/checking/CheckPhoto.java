package dev.likeness.validation.checking;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.validation.ReportMoves;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Reason;
import dev.likeness.validation.report.ReasonCode;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Verdict;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks one photo: reads it, looks at it, writes its prepared copy and only then its verdict. A
 * crash in between costs a second look at this photo, which writes the same copy under the same
 * key.
 */
@Component
class CheckPhoto {

    private static final Logger log = LoggerFactory.getLogger(CheckPhoto.class);

    private final Selfies selfies;
    private final Inspection inspection;
    private final PreparedCopies copies;
    private final ReportMoves moves;

    CheckPhoto(Selfies selfies, Inspection inspection, PreparedCopies copies, ReportMoves moves) {
        this.selfies = selfies;
        this.inspection = inspection;
        this.copies = copies;
        this.moves = moves;
    }

    Mono<Void> handle(Report report, Photo photo, Job job, Lease lease) {
        return selfies.bytes(photo)
                .flatMap(bytes -> Mono.fromCallable(() -> inspect(report, photo, bytes))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(outcome -> conclude(report, photo, outcome, job, lease));
    }

    /**
     * Rejects a photo that the store doesn't give back, so that the set gets its verdict and the person
     * can act.
     */
    Mono<Void> giveUp(Report report, Photo photo, Job job, Lease lease) {
        log.warn("Photo {} of {} could not be read from the store", photo.id(), report.id());
        Reason reason = Reason.refusal(ReasonCode.UNREADABLE,
                "We could not read this photo back from our store, which is our fault. Please upload it again.");
        return commit(report, photo, new Verdict.Rejected(List.of(reason)), job, lease).then(copies.remove(photo));
    }

    private Inspection.Outcome inspect(Report report, Photo photo, byte[] bytes) {
        try {
            return inspection.inspect(bytes, report.twinOf(photo));
        } catch (OutOfMemoryError | StackOverflowError beyondUs) {
            // Reactor passes neither on, so the job would never end and its lease be renewed for ever.
            throw new IllegalStateException("This photo takes more memory than there is", beyondUs);
        }
    }

    private Mono<Void> conclude(Report report, Photo photo, Inspection.Outcome outcome, Job job, Lease lease) {
        return switch (outcome) {
            case Inspection.Outcome.Bad(var verdict) -> commit(report, photo, verdict, job, lease);
            // Whoever took the lease over writes the same copy: it is removed only when nobody wants it any more.
            case Inspection.Outcome.Good(var verdict, var copy) -> copies.put(photo, copy)
                    .then(commit(report, photo, verdict, job, lease))
                    .onErrorResume(Lease.EpochOver.class, over -> copies.remove(photo).then(Mono.error(over)));
        };
    }

    private Mono<Void> commit(Report report, Photo photo, Verdict.Final verdict, Job job, Lease lease) {
        return lease.commit(() -> moves.move(job.person(), report.id(), new Input.Checked(photo.id(), verdict)));
    }
}
