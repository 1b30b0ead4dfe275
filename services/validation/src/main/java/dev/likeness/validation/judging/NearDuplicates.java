package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Pose;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.Optional;

/**
 * Whether two photos show the same moment. By the distance of their perceptual hashes: re-encoded,
 * resized and brightened copies are up to 4 bits apart, slightly cropped ones up to 12, different
 * photos 20 and more; between, the faces and their pose decide.
 */
final class NearDuplicates {

    private final Limits limits;

    NearDuplicates(Limits limits) {
        this.limits = limits;
    }

    /** The reason against the later of the two, where they are too alike. */
    Optional<Reason> look(Candidate earlier, int earlierPlace, Candidate later) {
        if (earlier.reading().isEmpty() || later.reading().isEmpty()) {
            return Optional.empty();
        }
        PhotoReading one = earlier.reading().get();
        PhotoReading other = later.reading().get();
        int distance = one.hashDistance(other);
        boolean copy = distance <= limits.twins().hashDistance();
        if (!copy && (distance > limits.twins().burstDistance() || !sameMoment(earlier, later))) {
            return Optional.empty();
        }
        int limit = copy ? limits.twins().hashDistance() : limits.twins().burstDistance();
        return Optional.of(Reason.refusal(ReasonCode.NEAR_DUPLICATE,
                "This is almost the same picture as photo %s of this set: they differ in %s of 64 marks, and more than %s are needed. Please send one from another moment in its place."
                        .formatted(earlierPlace, distance, limit),
                distance, limit, "bits").withTwin(earlier.id()));
    }

    private boolean sameMoment(Candidate earlier, Candidate later) {
        Optional<FaceReading> one = earlier.face(limits.face());
        Optional<FaceReading> other = later.face(limits.face());
        return one.isPresent() && other.isPresent() && samePose(one.get().pose(), other.get().pose())
                && one.flatMap(FaceReading::vector)
                        .flatMap(vector -> other.flatMap(FaceReading::vector).filter(vectors -> alike(vector, vectors)))
                        .isPresent();
    }

    private boolean samePose(Pose one, Pose other) {
        double most = limits.twins().burstPose();
        return Math.abs(one.yaw() - other.yaw()) <= most && Math.abs(one.pitch() - other.pitch()) <= most
                && Math.abs(one.roll() - other.roll()) <= most;
    }

    private boolean alike(FaceVector one, FaceVector other) {
        return People.comparable(one, other) && one.likeness(other) >= limits.twins().burstLikeness();
    }
}
