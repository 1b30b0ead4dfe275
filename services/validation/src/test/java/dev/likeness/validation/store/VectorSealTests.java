package dev.likeness.validation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.person.Epoch;
import dev.likeness.person.UserId;
import dev.likeness.validation.judging.PhotoId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorSealTests {

    private static final List<Float> VALUES = List.of(0.25f, -0.5f, 0.829156f);
    private static final VectorSeal.Owner OWNER = owner("u1", 1, "p");

    private final VectorSeal seal = seal(0);

    @Test
    void opensWhatItSealedForThePhotoItWasSealedFor() {
        byte[] sealed = seal.seal(OWNER, VALUES);

        assertThat(sealed).hasSize(12 + 3 * 4 + 16);
        assertThat(seal.open(OWNER, sealed)).contains(VALUES);
        assertThat(seal.open(owner("u2", 1, "p"), sealed)).isEmpty();
        assertThat(seal.open(owner("u1", 2, "p"), sealed)).isEmpty();
        assertThat(seal.open(owner("u1", 1, "q"), sealed)).isEmpty();
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(seal.seal(OWNER, VALUES)).isNotEqualTo(seal.seal(OWNER, VALUES));
    }

    @Test
    void opensNothingThatWasChangedOrSealedWithAnotherKey() {
        byte[] sealed = seal.seal(OWNER, VALUES);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThat(seal.open(OWNER, changed)).isEmpty();
        assertThat(seal(1).open(OWNER, sealed)).isEmpty();
        assertThat(seal.open(OWNER, new byte[3])).isEmpty();
    }

    private static VectorSeal.Owner owner(String userId, long epoch, String photo) {
        return new VectorSeal.Owner(new UserId(userId), new Epoch(epoch), new PhotoId(photo));
    }

    private static VectorSeal seal(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new VectorSeal(new VectorsProperties(Base64.getEncoder().encodeToString(key)));
    }
}
