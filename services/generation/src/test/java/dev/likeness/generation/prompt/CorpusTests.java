package dev.likeness.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText.Cleaned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTests {

    static List<Corpus.Case> cases() {
        return Corpus.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesExactlyWhatMustRemain(Corpus.Case each) {
        String left = switch (PromptText.of(PromptTextTests.WORD, each.text())) {
            case Cleaned.Fit(PromptText prompt) -> prompt.value().substring("user42585527, ".length());
            case Cleaned.Refused refused -> "!" + refused.why();
        };

        assertThat(left).isEqualTo(each.remains());
    }

    @Test
    void holdsAtLeastAHundredAndFiftyTextsOfItsOwn() {
        assertThat(cases()).extracting(Corpus.Case::text).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
    }
}
