package dev.likeness.validation.api;

import dev.likeness.access.Caller;
import dev.likeness.access.SseEvents;
import dev.likeness.access.Uninterrupted;
import dev.likeness.validation.Reports;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/uploads/{uploadId}")
class ReportController {

    private static final int LOOKS = 15;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Reports reports;
    private final ChangeReport changeReport;
    private final ToldVerdicts told;
    private final SseEvents events;

    ReportController(Reports reports, ChangeReport changeReport, ToldVerdicts told, SseEvents events) {
        this.reports = reports;
        this.changeReport = changeReport;
        this.told = told;
        this.events = events;
    }

    /** @param reason why the person knows better */
    record OverrideBody(@NotNull(message = "is missing") Objection.Why reason) {}

    @Operation(summary = "The verdict on each photo and on the set, with the reasons")
    @GetMapping("/report")
    Mono<ReportView> report(Caller caller, @PathVariable String uploadId) {
        return find(caller, uploadId).map(ReportView::of);
    }

    @Operation(summary = "The same as it comes: each photo's verdict, then the set's")
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(Caller caller, @PathVariable String uploadId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return find(caller, uploadId).thenMany(
                events.stream(lastEventId, after -> told.since(caller.userId(), new UploadId(uploadId), after)));
    }

    @Operation(summary = "Say that the verdict on a photo is wrong, and why; the set is decided again")
    @PostMapping("/photos/{photoId}/override")
    Mono<ReportView> override(Caller caller, @PathVariable String uploadId, @PathVariable String photoId,
            @Valid @RequestBody OverrideBody body) {
        return changeReport
                .handle(caller, new UploadId(uploadId), new Input.Overridden(new PhotoId(photoId), body.reason()))
                .map(ReportView::of);
    }

    @Operation(summary = "Confirm an accepted set and start its training")
    @PostMapping("/train")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ReportView> train(Caller caller, @PathVariable String uploadId) {
        // Another one for each request, as an earlier training on the same set may have failed. A request repeated after
        // a lost answer is told of the training that is there.
        var training = new TrainingId(UUID.randomUUID());
        return changeReport.startTraining(caller, new UploadId(uploadId), training).map(ReportView::of);
    }

    // The upload's word that it is complete takes a moment to come here, and its client asks at once.
    private Mono<Report> find(Caller caller, String uploadId) {
        return Uninterrupted.of(Mono.defer(() -> reports.find(caller.userId(), new UploadId(uploadId))))
                .repeatWhenEmpty(times -> times.take(LOOKS).delayElements(BETWEEN_LOOKS))
                .switchIfEmpty(Mono.error(ReportProblems::unknownUpload));
    }
}
