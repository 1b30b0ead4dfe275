package dev.likeness.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText.Cleaned;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** No word but a person's own becomes part of their prompt, and theirs does once. */
class WrongWordTests {

    @Property(tries = 100)
    void aWordWithSomethingAppendedIsRefused(@ForAll("userIds") UserId person,
            @ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long time) {
        refused(person, TriggerWord.of(person) + "_" + time + " on a beach");
        refused(person, TriggerWord.of(person) + "" + time + " on a beach");
    }

    @Property(tries = 100)
    void anothersWordIsRefused(@ForAll("userIds") UserId person, @ForAll("userIds") UserId other) {
        if (!person.equals(other)) {
            refused(person, "on a beach with " + TriggerWord.of(other));
            refused(person, TriggerWord.of(person) + " and " + TriggerWord.of(other) + ", on a beach");
        }
    }

    @Property(tries = 100)
    void aMissingOrDoubledWordStandsThereOnceAndFirst(@ForAll("userIds") UserId person) {
        TriggerWord word = TriggerWord.of(person);
        for (String text : new String[]{"on a beach", word + " on a beach", word + ", " + word + " on a beach",
                "on a beach " + word}) {
            assertThat(PromptText.of(word, text)).isInstanceOfSatisfying(Cleaned.Fit.class,
                    fit -> assertThat(fit.prompt().value()).isEqualTo(word + ", on a beach"));
        }
    }

    @Example
    void userOneIsNeitherUserTwelveNorUsers() {
        UserId one = new UserId("1");
        TriggerWord word = TriggerWord.of(one);

        refused(one, "user12 on a beach");
        refused(new UserId("12"), "user1 on a beach");
        assertThat(PromptText.of(word, "users of the beach")).isInstanceOfSatisfying(Cleaned.Fit.class,
                fit -> assertThat(fit.prompt().value()).isEqualTo("user1, users of the beach"));
        refused(new UserId("42585527"), "user42585527_1753193312883, on a beach");
    }

    @Property(tries = 100)
    void whatWasKeptIsTakenOnlyAsThePersonsOwn(@ForAll("userIds") UserId person, @ForAll("userIds") UserId other) {
        TriggerWord word = TriggerWord.of(person);

        assertThat(PromptText.kept(word, word + ", on a beach").map(PromptText::value))
                .isEqualTo(Optional.of(word + ", on a beach"));
        for (String text : new String[]{"on a beach", word + "_1, on a beach", word + ", " + word + " on a beach",
                word + ", on a beach\nat dawn", word + ", " + "a".repeat(500)}) {
            assertThat(PromptText.kept(word, text)).as(text).isEmpty();
        }
        if (!person.equals(other)) {
            assertThat(PromptText.kept(word, TriggerWord.of(other) + ", on a beach")).isEmpty();
            assertThat(PromptText.kept(word, word + ", " + TriggerWord.of(other))).isEmpty();
        }
    }

    private static void refused(UserId person, String text) {
        assertThat(PromptText.of(TriggerWord.of(person), text)).isInstanceOfSatisfying(Cleaned.Refused.class,
                refused -> assertThat(refused.why()).isEqualTo(Refusal.FOREIGN_TRIGGER_WORD));
    }

    @Provide
    Arbitrary<UserId> userIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMaxLength(12)
                .map(text -> new UserId(text + "7"));
    }
}
