package dev.likeness.imaging.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTests {

    private static final List<Float> NUMBERS = List.of(0.5f, -0.25f, 0f);

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void opensWhatItSealedForItsOwnerAlone() {
        byte[] sealed = seal.sealNumbers("one", NUMBERS);

        assertThat(sealed).hasSize(12 + 3 * 4 + 16);
        assertThat(seal.openNumbers("one", sealed)).contains(NUMBERS);
        assertThat(seal.openNumbers("other", sealed)).isEmpty();
        assertThat(seal.seal("one", "key".getBytes(UTF_8))).isNotEqualTo(seal.seal("one", "key".getBytes(UTF_8)));
    }

    @Test
    void opensNothingThatWasChangedOrSealedWithAnotherKey() {
        byte[] sealed = seal.sealNumbers("one", NUMBERS);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;
        byte[] key = new byte[32];
        key[0] = 1;

        assertThat(seal.open("one", changed)).isEmpty();
        assertThat(new Seal(key).open("one", sealed)).isEmpty();
        assertThat(seal.open("one", new byte[3])).isEmpty();
    }

    @Test
    void takesThirtyTwoBytesAndNothingElseForAKey() {
        assertThat(Seal.key(Base64.getEncoder().encodeToString(new byte[32]) + "\n")).isPresent();
        assertThat(Seal.key("too short")).isEmpty();
        assertThat(Seal.key(Base64.getEncoder().encodeToString(new byte[16]))).isEmpty();
        assertThatThrownBy(() -> new Seal(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
