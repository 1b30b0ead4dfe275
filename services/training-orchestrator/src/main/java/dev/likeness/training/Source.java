package dev.likeness.training;

import dev.likeness.training.run.TrainingId;
import java.util.List;
import java.util.Optional;

/**
 * What a training is made from.
 *
 * @param uploadId the set of photos
 * @param retryOf the training that the person tries again with this one
 */
public record Source(String uploadId, List<TrainingPhoto> photos, Optional<TrainingId> retryOf) {

    public Source(String uploadId, List<TrainingPhoto> photos) {
        this(uploadId, photos, Optional.empty());
    }

    Source retry(TrainingId of) {
        return new Source(uploadId, photos, Optional.of(of));
    }
}
