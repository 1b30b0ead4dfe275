package dev.likeness.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class UserIdTests {

    @Example
    void takesAUuidWithoutItsHyphens() {
        assertThat(UserId.of("123E4567-e89b-12d3-a456-426614174000").value())
                .isEqualTo("123E4567e89b12d3a456426614174000");
    }

    @Example
    void wantsADigit() {
        assertThatThrownBy(() -> UserId.of("alice")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one of them a digit");
    }

    @Example
    void refusesOtherHyphens() {
        assertThatThrownBy(() -> UserId.of("alice-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UserId.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UserId.of("1".repeat(41))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void takesNothingButLettersAndDigits(@ForAll String text) {
        boolean taken;
        try {
            taken = UserId.of(text).value().matches("[A-Za-z0-9]{1,40}");
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(taken).isTrue();
    }
}
