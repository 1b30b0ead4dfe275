package dev.likeness.validation;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoReason;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.TrainingPhoto;
import dev.likeness.events.TrainingRequested;
import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.Verdict;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a report is told to the others. */
@Component
class ReportEvents {

    private final RecipeProperties recipe;
    private final Clock clock;

    ReportEvents(RecipeProperties recipe, Clock clock) {
        this.recipe = recipe;
        this.clock = clock;
    }

    ImagesValidated imagesValidated(Person person, Report.Decided report) {
        return ImagesValidated.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(report.id().value())
                .setRevision(report.content().revision())
                .setAccepted(report instanceof Report.Accepted)
                .setGoodPhotos(report.goodPhotos())
                .setCoverage(report.outcome().coverage().meter())
                .setReasons(report.outcome().reasons().stream().map(reason -> reason.code().name()).toList())
                .setPhotos(report.photos().stream().map(ReportEvents::verdict).toList())
                .setOccurredAt(report.outcome().decidedAt())
                .build();
    }

    /** Photos without captions: the trainer captions them. */
    TrainingRequested trainingRequested(Person person, Report report, TrainingId training) {
        return TrainingRequested.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setTrainingId(training.toString())
                .setUploadId(report.id().value())
                .setTriggerWord(TriggerWord.of(person.userId()).value())
                .setPhotos(report.photos().stream().filter(Photo::accepted).map(ReportEvents::toTrainOn).toList())
                .setRecipe(recipe.recipe())
                .setOccurredAt(clock.instant())
                .build();
    }

    private static TrainingPhoto toTrainOn(Photo photo) {
        return TrainingPhoto.newBuilder().setPhotoId(photo.id().value()).setObjectKey(photo.preparedKey()).build();
    }

    private static PhotoVerdict verdict(Photo photo) {
        PhotoVerdict.Builder verdict = PhotoVerdict.newBuilder()
                .setPhotoId(photo.id().value())
                .setOverride(photo.objection().map(said -> said.why().name()).orElse(null));
        return switch (photo.verdict()) {
            case Verdict.Pending() -> verdict.build();
            case Verdict.Accepted(var warnings) -> verdict.setVerdict(dev.likeness.events.Verdict.ACCEPTED)
                    .setReasons(reasons(warnings))
                    .setPreparedKey(photo.preparedKey())
                    .build();
            case Verdict.Rejected(var reasons) -> verdict.setVerdict(dev.likeness.events.Verdict.REJECTED)
                    .setReasons(reasons(reasons))
                    .build();
        };
    }

    private static List<PhotoReason> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new PhotoReason(reason.code().name(), reason.warning(), reason.measured(),
                        reason.limit(), reason.unit()))
                .toList();
    }
}
