package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.Optional;

/** A photo as the judgement on its set sees it. */
public record Candidate(PhotoId id, Findings findings, Optional<Objection> objection) {

    boolean excuses(ReasonCode code) {
        return code.isOverridable() && objection.filter(said -> said.against().contains(code)).isPresent();
    }

    /** The reason as it counts for this photo: a warning only where the person has overridden it. */
    Reason weighed(Reason reason) {
        return excuses(reason.code()) ? reason.asWarning() : reason;
    }

    Optional<PhotoReading> reading() {
        return findings instanceof Findings.Measured(var reading) ? Optional.of(reading) : Optional.empty();
    }

    Optional<FaceReading> face(Limits.Face limits) {
        return reading().flatMap(reading -> Faces.only(reading, limits));
    }

    Optional<FaceVector> vector(Limits.Face limits) {
        return face(limits).flatMap(FaceReading::vector);
    }
}
