package dev.likeness.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TriggerWordTests {

    @Property
    void isMadeFromTheUserIdAlone(@ForAll("userIds") UserId userId) {
        TriggerWord word = TriggerWord.of(userId);

        assertThat(word.value()).isEqualTo("user" + userId.value());
        assertThat(word).isEqualTo(TriggerWord.of(new UserId(userId.value())));
        assertThat(word.countIn("a photo of " + word + ", at dusk")).isEqualTo(1);
    }

    @Property
    void neverStandsForAnotherPerson(@ForAll("userIds") UserId one, @ForAll("userIds") UserId other) {
        if (!one.equals(other)) {
            assertThat(TriggerWord.of(one).countIn(TriggerWord.of(other).value())).isZero();
            assertThat(TriggerWord.of(one).foreignIn("with " + TriggerWord.of(other))).isTrue();
        }
    }

    @Example
    void isAWholeToken() {
        TriggerWord word = TriggerWord.of(new UserId("1"));

        assertThat(word.countIn("user12, user1 and users")).isEqualTo(1);
        assertThat(word.foreignIn("users of the city, user1")).isFalse();
        assertThat(word.foreignIn("user42585527_1753193312883")).isTrue();
        assertThat(word.countIn("user1_1753193312883")).isZero();
    }

    @Example
    void isStrippedWhoeverItStandsFor() {
        assertThat(TriggerWord.strip("user1 in the rain with user42a").trim()).isEqualTo("in the rain with");
    }

    @Provide
    Arbitrary<UserId> userIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(0)
                .ofMaxLength(39)
                .map(text -> new UserId(text + "7"));
    }
}
