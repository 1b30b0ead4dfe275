package dev.likeness.training;

import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingFailureReason;
import dev.likeness.events.TrainingProgressed;
import dev.likeness.events.TrainingRecipe;
import dev.likeness.events.TrainingStarted;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.Training;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What others are told, as events. */
final class TrainingEvents {

    private TrainingEvents() {}

    static Optional<SpecificRecord> of(Training training, Effect effect, Instant now) {
        return switch (training) {
            case Training.Live live -> of(live.plan(), Optional.empty(), effect, now);
            case Training.Ended ended -> of(ended.plan(), ended.providerId(), effect, now);
            case Training.Unheard _ -> Optional.empty();
        };
    }

    private static Optional<SpecificRecord> of(Plan plan, Optional<String> providerId, Effect effect, Instant now) {
        return switch (effect) {
            case Effect.AnnounceStart(var id) -> Optional.of(started(plan, id, now));
            case Effect.AnnounceProgress progress -> Optional.of(progressed(plan, progress, now));
            case Effect.AnnounceEnd(Outcome.Succeeded succeeded) ->
                Optional.of(completed(plan, providerId.orElse(""), succeeded, now));
            case Effect.AnnounceEnd(Outcome.Failed(var reason)) ->
                Optional.of(failed(plan, told(reason), reason.retryable(), now));
            case Effect.AnnounceEnd(Outcome.Canceled()) ->
                Optional.of(failed(plan, TrainingFailureReason.CANCELED, true, now));
            case Effect.AnnounceEnd(Outcome.TimedOut()) ->
                Optional.of(failed(plan, TrainingFailureReason.TIMED_OUT, true, now));
            case Effect.Book _,Effect.PackPhotos _,Effect.WatchDeadline _,Effect.Submit _,Effect.Settle _,Effect.Poll _,Effect.CancelAtProvider _,Effect.CleanUp _ ->
                Optional.empty();
        };
    }

    private static TrainingStarted started(Plan plan, String providerId, Instant now) {
        return TrainingStarted.newBuilder()
                .setUserId(plan.person().userId().value())
                .setEpoch(plan.person().epoch().value())
                .setSpace(plan.person().space().value())
                .setTrainingId(plan.id().toString())
                .setProviderId(providerId)
                .setTotalSteps(plan.recipe().steps())
                .setOccurredAt(now)
                .build();
    }

    private static TrainingProgressed progressed(Plan plan, Effect.AnnounceProgress progress, Instant now) {
        return TrainingProgressed.newBuilder()
                .setUserId(plan.person().userId().value())
                .setEpoch(plan.person().epoch().value())
                .setSpace(plan.person().space().value())
                .setTrainingId(plan.id().toString())
                .setStep(progress.steps().done())
                .setTotalSteps(progress.steps().total())
                .setEstimatedEnd(progress.estimatedEnd().orElse(null))
                .setOccurredAt(now)
                .build();
    }

    private static TrainingCompleted completed(Plan plan, String providerId, Outcome.Succeeded succeeded,
            Instant now) {
        return TrainingCompleted.newBuilder()
                .setUserId(plan.person().userId().value())
                .setEpoch(plan.person().epoch().value())
                .setSpace(plan.person().space().value())
                .setTrainingId(plan.id().toString())
                .setModelVersion(succeeded.model())
                .setWeightsReference(providerId)
                .setTriggerWord(plan.triggerWord())
                .setPhotoCount(plan.photoCount())
                .setDurationMillis(succeeded.trained().toMillis())
                .setCostMicros(succeeded.costMicros())
                .setRecipe(recipe(plan.recipe()))
                .setOccurredAt(now)
                .build();
    }

    private static TrainingFailed failed(Plan plan, TrainingFailureReason reason, boolean retryable, Instant now) {
        return TrainingFailed.newBuilder()
                .setUserId(plan.person().userId().value())
                .setEpoch(plan.person().epoch().value())
                .setSpace(plan.person().space().value())
                .setTrainingId(plan.id().toString())
                .setReason(reason)
                .setRetryable(retryable)
                .setOccurredAt(now)
                .build();
    }

    private static TrainingFailureReason told(FailureReason reason) {
        return switch (reason) {
            case BAD_PHOTOS -> TrainingFailureReason.BAD_PHOTOS;
            case CONTENT_REFUSED -> TrainingFailureReason.CONTENT_REFUSED;
            case PROVIDER_OUT_OF_CREDIT -> TrainingFailureReason.PROVIDER_OUT_OF_CREDIT;
            case PROVIDER_DOWN -> TrainingFailureReason.PROVIDER_DOWN;
            case PROVIDER_REFUSED -> TrainingFailureReason.PROVIDER_REFUSED;
            case PROVIDER_FAILED -> TrainingFailureReason.PROVIDER_FAILED;
            case PROVIDER_FULL -> TrainingFailureReason.PROVIDER_FULL;
            case TRAINER_CHANGED -> TrainingFailureReason.TRAINER_CHANGED;
            case SPEND_CAP -> TrainingFailureReason.SPEND_CAP;
            case STALLED -> TrainingFailureReason.STALLED;
            case UNSETTLED -> TrainingFailureReason.UNSETTLED;
            case WRONG_TRIGGER_WORD -> TrainingFailureReason.WRONG_TRIGGER_WORD;
            case ALREADY_RUNNING -> TrainingFailureReason.ALREADY_RUNNING;
            case BAD_RECIPE -> TrainingFailureReason.BAD_RECIPE;
            case NOT_PERMITTED -> TrainingFailureReason.NOT_PERMITTED;
            case INTERNAL -> TrainingFailureReason.INTERNAL;
        };
    }

    private static TrainingRecipe recipe(Recipe recipe) {
        return TrainingRecipe.newBuilder()
                .setVersion(recipe.version())
                .setTrainer(recipe.trainer())
                .setTrainerVersion(recipe.trainerVersion())
                .setSteps(recipe.steps())
                .setLoraRank(recipe.loraRank())
                .setResolution(recipe.resolution())
                .setAutocaption(recipe.autocaption())
                .setOptimizer(recipe.optimizer())
                .setCacheLatentsToDisk(recipe.cacheLatentsToDisk())
                .setCaptionDropoutRate(recipe.captionDropoutRate())
                .setLearningRate(recipe.learningRate())
                .setBatchSize(recipe.batchSize())
                .setGradientCheckpointing(recipe.gradientCheckpointing())
                .setMixedPrecision(recipe.mixedPrecision())
                .setNetworkAlpha(recipe.networkAlpha())
                .setPriorLossWeight(recipe.priorLossWeight())
                .build();
    }
}
