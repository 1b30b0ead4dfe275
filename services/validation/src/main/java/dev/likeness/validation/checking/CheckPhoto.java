package dev.likeness.validation.checking;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.person.Person;
import dev.likeness.validation.ReportMoves;
import dev.likeness.validation.Reports;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.PhotoRules;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.report.Decision;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.UploadId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks one photo: reads it, looks at it, writes its prepared copy and only then what was found. A
 * crash in between costs a second look at this photo, which writes the same copy under the same
 * key. Bytes that were looked at before in the same epoch are not looked at again.
 */
@Component
class CheckPhoto {

    private static final Logger log = LoggerFactory.getLogger(CheckPhoto.class);

    private final Selfies selfies;
    private final Inspection inspection;
    private final PreparedCopies copies;
    private final Reports reports;
    private final ReportMoves moves;
    private final Limits limits;

    CheckPhoto(Selfies selfies, Inspection inspection, PreparedCopies copies, Reports reports, ReportMoves moves,
            Limits limits) {
        this.selfies = selfies;
        this.inspection = inspection;
        this.copies = copies;
        this.reports = reports;
        this.moves = moves;
        this.limits = limits;
    }

    Mono<Void> handle(Report report, Photo photo, Job job, Lease lease) {
        return reports.earlier(job.person(), photo)
                .flatMap(earlier -> take(earlier, photo))
                .switchIfEmpty(Mono.defer(() -> look(photo)))
                .flatMap(findings -> commit(report, photo, findings, job, lease));
    }

    /** Empty where the copy that belongs to it is gone. */
    private Mono<Findings> take(Reports.Earlier earlier, Photo photo) {
        if (!PhotoRules.isUsable(earlier.findings(), limits)) {
            return Mono.just(earlier.findings());
        }
        return copies.take(earlier.preparedKey(), photo).filter(taken -> taken).map(_ -> earlier.findings());
    }

    private Mono<Findings> look(Photo photo) {
        return selfies.bytes(photo)
                .flatMap(bytes -> Mono.fromCallable(() -> inspect(bytes)).subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(seen -> warnOfLosses(seen.findings(), photo))
                .flatMap(seen -> Mono.justOrEmpty(seen.preparedCopy())
                        .flatMap(copy -> copies.put(photo, copy))
                        .thenReturn(seen.findings()));
    }

    /**
     * Rejects a photo that the store doesn't give back, so that the set gets its verdict and the person
     * can act.
     */
    Mono<Void> giveUp(Report report, Photo photo, Job job, Lease lease) {
        log.warn("Photo {} of {} could not be read from the store", photo.id(), report.id());
        Reason reason = Reason.refusal(ReasonCode.PHOTO_LOST,
                "We could not read this photo back from our store, which is our fault. Please upload it again.");
        return commit(report, photo, new Findings.Unusable(List.of(reason)), job, lease)
                .then(copies.remove(photo.preparedKey()));
    }

    /** It may be an attack, and it may be a good photo that a decoder of ours can't bear. */
    private static void warnOfLosses(Findings findings, Photo photo) {
        if (findings instanceof Findings.Unusable(var reasons)
                && reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.UNREADABLE)) {
            log.warn("Photo {} has cost two workers of the darkroom and is refused", photo.id());
        }
    }

    private Inspection.Seen inspect(byte[] bytes) {
        try {
            return inspection.inspect(bytes);
        } catch (OutOfMemoryError | StackOverflowError beyondUs) {
            // Reactor passes neither on, so the job would never end and its lease be renewed for ever.
            throw new IllegalStateException("This photo takes more memory than there is", beyondUs);
        }
    }

    // Whoever took the lease over writes the same copy: it is removed only when nobody wants it any more.
    private Mono<Void> commit(Report report, Photo photo, Findings findings, Job job, Lease lease) {
        return lease.<Decision>commit(
                () -> moves.move(job.person(), report.id(), new Input.Examined(photo.id(), findings)))
                .then(Mono.defer(() -> removeUnwanted(job.person(), report.id(), photo)))
                .onErrorResume(Lease.LeaseLost.class,
                        lost -> removeUnwanted(job.person(), report.id(), photo).then(Mono.error(lost)))
                .onErrorResume(Lease.EpochOver.class,
                        over -> copies.remove(photo.preparedKey()).then(Mono.error(over)));
    }

    /** The photo may have been taken out of the set while it was looked at. */
    private Mono<Void> removeUnwanted(Person person, UploadId upload, Photo photo) {
        return reports.find(person.userId(), upload)
                .filter(report -> report.photo(photo.id()).isEmpty())
                .flatMap(_ -> copies.remove(photo.preparedKey()));
    }
}
