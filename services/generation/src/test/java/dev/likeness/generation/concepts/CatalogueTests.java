package dev.likeness.generation.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.prompt.PromptText.Cleaned;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CatalogueTests {

    private static final TriggerWord LONGEST = TriggerWord.of(new UserId("7".repeat(40)));
    private final Catalogue catalogue = new Catalogue();

    @Test
    void holdsSixtyConceptsOrMoreOfEveryTheme() {
        assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(catalogue.all()).extracting(Template::theme).contains(Theme.values());
        assertThat(Arrays.stream(Theme.values()))
                .allSatisfy(theme -> assertThat(catalogue.all()).filteredOn(each -> each.theme() == theme)
                        .hasSizeGreaterThanOrEqualTo(8));
    }

    @Test
    void noTwoConceptsShareASentence() {
        Set<String> seen = new HashSet<>();

        assertThat(catalogue.all().stream().flatMap(template -> template.parts().all()))
                .allSatisfy(part -> assertThat(seen.add(part)).as(part).isTrue());
    }

    @Test
    void everyConceptIsAPromptAsItIsWrittenForTheLongestWord() {
        for (Template template : catalogue.all()) {
            PlannedConcept planned = template.bySeed(7);
            String value = PromptText.of(LONGEST, planned.concept()) instanceof Cleaned.Fit(PromptText fit)
                    ? fit.value()
                    : "";

            assertThat(value).as(template.id())
                    .startsWith(LONGEST + ", " + planned.concept().framing().orElseThrow())
                    .contains(", " + planned.concept().setting().orElseThrow() + ", ")
                    .contains(", wearing " + planned.concept().clothes().orElseThrow() + ", ")
                    .endsWith(planned.concept().style().orElseThrow());
        }
    }

    @Test
    void theSameSeedIsTheSamePortraitAndOthersDiffer() {
        for (Template template : catalogue.all()) {
            assertThat(template.variations()).isGreaterThanOrEqualTo(16);
            assertThat(template.bySeed(42)).isEqualTo(template.bySeed(42));
            assertThat(LongStream.range(0, 50).mapToObj(template::bySeed).distinct().count()).as(template.id())
                    .isGreaterThan(8);
        }
    }

    @Test
    void anIdLeadsBackToItsVariation() {
        PlannedConcept planned = catalogue.all().getFirst().bySeed(3);

        assertThat(catalogue.find(planned.conceptId(), 0)).contains(planned);
        assertThat(catalogue.find("corner-office", 3)).contains(planned);
        assertThat(catalogue.find("corner-office~9999", 3)).isEmpty();
        assertThat(catalogue.find("corner-office~x", 3)).isEmpty();
        assertThat(catalogue.find("nowhere", 3)).isEmpty();
    }

    @Test
    void refusesWhatMayNotBeInAPrompt() {
        assertThat(faults(template("a", "in a library"), template("a", "in a library")))
                .contains("a shares its id a", "a shares with a: in a library");
        assertThat(faults(template("b", "a young person in a library"))).anySatisfy(
                fault -> assertThat(fault).contains("b speaks of the face"));
        assertThat(faults(template("c", "in a **library**"))).anySatisfy(
                fault -> assertThat(fault).contains("c has a part that a prompt would not hold as it is"));
        assertThat(faults(template("own-x", "in a garden"))).contains("own-x is no id");
    }

    private static List<String> faults(Template... templates) {
        return CatalogueRules.faults(List.of(templates));
    }

    private static Template template(String id, String setting) {
        return new Template(id, Theme.CASUAL, "Title", "Summary.", List.of(), new Template.Parts(List.of(setting),
                List.of("soft light"), List.of("a coat"), List.of("half length"), List.of("calm"),
                List.of("film look")));
    }
}
