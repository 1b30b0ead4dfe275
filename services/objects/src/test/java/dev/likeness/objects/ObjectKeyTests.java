package dev.likeness.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.person.Space;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTests {

    private static final String SPACE = "0123456789abcdef0123456789abcdef";

    @Test
    void isRandomInItsSpace() {
        Space space = Space.random(new SecureRandom());
        Set<ObjectKey> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ObjectKey key = ObjectKey.random(Bucket.GALLERY, space);
            assertThat(key.space()).isEqualTo(space);
            assertThat(key.name()).isEqualTo(space.value() + "/" + key.random());
            assertThat(key.random()).matches("[0-9a-f]{32}");
            keys.add(key);
        }
        assertThat(keys).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0af3", "photo-1.jpg", "A_b.c"})
    void takesNamesOfTwoParts(String random) {
        assertThat(ObjectKey.in(Bucket.SELFIES, SPACE + "/" + random).random()).isEqualTo(random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", SPACE, SPACE + "/", "/" + SPACE + "/a", SPACE + "/..", SPACE + "/a..b",
            SPACE + "/../" + SPACE + "/a", "../" + SPACE + "/a", SPACE + "/a/b", SPACE + "//a", SPACE + "/.a",
            SPACE + "/-a", SPACE + "/a b", SPACE + "/a\n", SPACE + "/a%2e", SPACE + "/\u00e4", SPACE + "\\a",
            "0123456789ABCDEF0123456789ABCDEF/a", "0123456789abcdef/a", "user1/a"})
    void refusesEveryOtherName(String name) {
        var refused = assertThatThrownBy(() -> ObjectKey.in(Bucket.SELFIES, name))
                .isInstanceOf(IllegalArgumentException.class);
        if (name.length() > 1) {
            refused.hasMessageNotContaining(name);
        }
    }

    @Test
    void refusesAnEndlessName() {
        assertThatThrownBy(() -> ObjectKey.in(Bucket.SELFIES, SPACE + "/" + "a".repeat(129)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
