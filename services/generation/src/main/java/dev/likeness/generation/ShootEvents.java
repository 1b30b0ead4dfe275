package dev.likeness.generation;

import dev.likeness.events.GenerationFailed;
import dev.likeness.events.GenerationFailureReason;
import dev.likeness.events.GenerationParameters;
import dev.likeness.events.GenerationRequested;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What others are told of a shoot. */
final class ShootEvents {

    private ShootEvents() {}

    static GenerationRequested requested(Person person, Commission commission, Instant at) {
        return GenerationRequested.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setGenerationId(commission.id().toString())
                .setTrainingId(commission.trainingId())
                .setModelVersion(commission.model().value())
                .setTriggerWord(TriggerWord.of(person.userId()).value())
                .setParameters(parameters(commission.parameters()))
                .setTestShoot(commission.testShoot())
                .setOccurredAt(at)
                .build();
    }

    static PortraitsGenerated generated(Person person, Commission commission, List<Portrait> portraits,
            Instant expiresAt, Instant at) {
        return PortraitsGenerated.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setGenerationId(commission.id().toString())
                .setTrainingId(commission.trainingId())
                .setModelVersion(commission.model().value())
                .setAspectRatio(commission.parameters().aspectRatio().text())
                .setSteps(commission.parameters().steps())
                .setGuidanceScale(commission.parameters().guidanceScale())
                .setLoraScale(commission.parameters().loraScale())
                .setTestShoot(commission.testShoot())
                .setPortraits(portraits.stream().map(ShootEvents::portrait).toList())
                .setExpiresAt(expiresAt)
                .setOccurredAt(at)
                .build();
    }

    static GenerationFailed failed(Person person, ShootId id, FailureReason reason, Instant at) {
        return GenerationFailed.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setGenerationId(id.toString())
                .setReason(reason(reason))
                .setOccurredAt(at)
                .build();
    }

    // What is always said the same way has its default in the schema.
    private static GenerationParameters parameters(Parameters parameters) {
        OptionalLong seed = parameters.seed();
        return GenerationParameters.newBuilder()
                .setAspectRatio(parameters.aspectRatio().text())
                .setOutputs(parameters.outputs())
                .setSteps(parameters.steps())
                .setGuidanceScale(parameters.guidanceScale())
                .setLoraScale(parameters.loraScale())
                .setSeed(seed.isPresent() ? seed.getAsLong() : null)
                .build();
    }

    private static dev.likeness.events.Portrait portrait(Portrait portrait) {
        Likeness likeness = portrait.likeness();
        return dev.likeness.events.Portrait.newBuilder()
                .setPortraitId(portrait.frame().portraitId().toString())
                .setObjectKey(portrait.frame().objectKey())
                .setContentType(portrait.contentType())
                .setWidth(portrait.width())
                .setHeight(portrait.height())
                .setSize(portrait.size())
                .setSeed(portrait.seed())
                .setIndex(portrait.frame().output())
                .setLikeness(likeness.figures().map(Likeness.Figures::score).orElse(null))
                .setLikenessBand(likeness.band().name())
                .setLikenessPercentile(likeness.figures().map(Likeness.Figures::percentile).orElse(null))
                .setHeldBack(likeness.heldBack())
                .setCopiesPhoto(likeness.copiesPhoto())
                .build();
    }

    private static GenerationFailureReason reason(FailureReason reason) {
        return switch (reason) {
            case CANCELED -> GenerationFailureReason.CANCELED;
            case TIMED_OUT -> GenerationFailureReason.TIMED_OUT;
            case CONTENT_REFUSED -> GenerationFailureReason.CONTENT_REFUSED;
            case OUTPUTS_GONE -> GenerationFailureReason.OUTPUTS_GONE;
            case PROVIDER_OUT_OF_CREDIT -> GenerationFailureReason.PROVIDER_OUT_OF_CREDIT;
            case PROVIDER_DOWN -> GenerationFailureReason.PROVIDER_DOWN;
            case PROVIDER_REFUSED -> GenerationFailureReason.PROVIDER_REFUSED;
            case PROVIDER_FAILED -> GenerationFailureReason.PROVIDER_FAILED;
            case UNSETTLED -> GenerationFailureReason.UNSETTLED;
            case MODEL_GONE -> GenerationFailureReason.MODEL_GONE;
        };
    }
}
