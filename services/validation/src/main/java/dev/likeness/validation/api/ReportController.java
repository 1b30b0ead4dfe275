package dev.likeness.validation.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Problems;
import dev.likeness.validation.Reports;
import dev.likeness.validation.report.UploadId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReportController {

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    /**
     * The verdict on each photo and on the set, with the reasons; photos not looked at yet are being
     * checked.
     */
    @GetMapping("/v1/uploads/{uploadId}/report")
    Mono<ReportView> report(Caller caller, @PathVariable String uploadId) {
        return reports.find(caller.userId(), new UploadId(uploadId))
                .map(ReportView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("validation", "unknown-upload", "Unknown upload",
                        "There is no report on an upload with this id. It begins when the upload is complete; "
                                + "see GET /v1/uploads/{uploadId} for what is missing.")));
    }
}
