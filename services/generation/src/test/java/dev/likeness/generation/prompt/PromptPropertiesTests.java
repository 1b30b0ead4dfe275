package dev.likeness.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText.Cleaned;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is thrown at it: a failure prints the seed that replays it. */
class PromptPropertiesTests {

    private static final TriggerWord WORD = TriggerWord.of(new UserId("7ab"));

    @Property(tries = 2_000)
    void everyPromptBeginsWithTheTriggerWordAndHoldsItOnce(@ForAll("contaminated") String text) {
        if (PromptText.of(WORD, text) instanceof Cleaned.Fit(PromptText prompt)) {
            String value = prompt.value();
            assertThat(value).startsWith("user7ab, ")
                    .hasSizeLessThanOrEqualTo(PromptText.LONGEST)
                    .matches("[\\p{L}\\p{M}\\p{Nd} ,.;:!?()&%'+°/-]+");
            assertThat(WORD.countIn(value)).isEqualTo(1);
            assertThat(WORD.foreignIn(value)).isFalse();
            assertThat(value.toLowerCase(java.util.Locale.ROOT)).doesNotContain("http:", "lora:", "system:");
        }
    }

    @Property(tries = 1_000)
    void aPromptSentBackIsTheSamePrompt(@ForAll("contaminated") String text) {
        if (PromptText.of(WORD, text) instanceof Cleaned.Fit(PromptText prompt)) {
            assertThat(PromptText.of(WORD, prompt.value())).isEqualTo(new Cleaned.Fit(prompt));
        }
    }

    @Property(tries = 500)
    void aForeignTriggerWordNeverPasses(@ForAll("contaminated") String before, @ForAll("contaminated") String after) {
        assertThat(PromptText.of(WORD, before + " user7ab_17 " + after)).isInstanceOf(Cleaned.Refused.class);
    }

    @Provide
    Arbitrary<String> contaminated() {
        Arbitrary<String> pieces = Arbitraries.of("user7ab", "user7ab_1", "user8", "user", "7ab", "on a beach", "soft",
                "**", "```", "`", "# ", "- ", "1. ", "\n", "\n\n", " ", ", ", ":", "system:", "Assistant :",
                "http://x.y/z",
                "[a](b)", "<lora:x:1>", "<", ">", "\"", "'", "man's", "“", "🌅", "\u200b", "\u0007", "_", "~~~", "|",
                "(",
                ")", "...", "?", "--", "—", "www.a.b", "é", "中", "\\", "&", "+", "½", "ﬁ");
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(6);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, pieces), net.jqwik.api.Tuple.of(1, anything))
                .list()
                .ofMaxSize(25)
                .map(list -> String.join("", list));
    }
}
