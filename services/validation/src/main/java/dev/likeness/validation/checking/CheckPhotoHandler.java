package dev.likeness.validation.checking;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.validation.PhotoJob;
import dev.likeness.validation.Reports;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class CheckPhotoHandler implements WorkHandler {

    private final Reports reports;
    private final CheckPhoto checkPhoto;
    private final CheckingProperties properties;

    CheckPhotoHandler(Reports reports, CheckPhoto checkPhoto, CheckingProperties properties) {
        this.reports = reports;
        this.checkPhoto = checkPhoto;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return PhotoJob.KIND;
    }

    @Override
    public int concurrency() {
        return properties.concurrency();
    }

    @Override
    public int maxAttempts() {
        return properties.attempts();
    }

    @Override
    public boolean takesTurns() {
        return true;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return pending(job).flatMap(found -> checkPhoto.handle(found.report(), found.photo(), job, lease)
                .onErrorResume(Selfies.BytesLost.class, lost -> job.attempt() < properties.missingAttempts()
                        ? Mono.error(lost)
                        : checkPhoto.giveUp(found.report(), found.photo(), job, lease)))
                .then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return pending(job).flatMap(found -> checkPhoto.giveUp(found.report(), found.photo(), job, lease));
    }

    /** Empty where an earlier run got as far as a verdict. */
    private Mono<Found> pending(Job job) {
        PhotoJob what = PhotoJob.of(job.key());
        return reports.find(job.person().userId(), what.upload())
                .flatMap(report -> Mono.justOrEmpty(report.photo(what.photo()))
                        .filter(Photo::awaitsALook)
                        .map(photo -> new Found(report, photo)));
    }

    private record Found(Report report, Photo photo) {}
}
