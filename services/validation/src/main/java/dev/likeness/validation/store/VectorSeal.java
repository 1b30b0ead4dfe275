package dev.likeness.validation.store;

import dev.likeness.imaging.sealing.Seal;
import dev.likeness.person.Epoch;
import dev.likeness.person.UserId;
import dev.likeness.validation.judging.PhotoId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals the numbers of a face vector. What is sealed for one photo opens for no other. */
@Component
class VectorSeal {

    private final Seal seal;

    VectorSeal(VectorsProperties properties) {
        this.seal = new Seal(properties.bytes());
    }

    /** Whose face it is, and on which photo. */
    record Owner(UserId userId, Epoch epoch, PhotoId photo) {

        private String text() {
            return userId.value() + "\n" + epoch.value() + "\n" + photo.value();
        }
    }

    byte[] seal(Owner owner, List<Float> values) {
        return seal.sealNumbers(owner.text(), values);
    }

    /** Empty where it was sealed with another key, for another photo, or was changed since. */
    Optional<List<Float>> open(Owner owner, byte[] sealed) {
        return seal.openNumbers(owner.text(), sealed);
    }
}
