package dev.likeness.generation.concepts;

import dev.likeness.generation.prompt.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A concept of the catalogue. For each part there are one or more wordings that go with any of the
 * others; a number says which of each.
 *
 * @param keywords what a person may say who wants it, in lower case
 */
public record Template(String id, Theme theme, String title, String summary, List<String> keywords, Parts parts) {

    private static final String VARIED = "~";

    public Template {
        keywords = List.copyOf(keywords);
    }

    /** The wordings of each part. */
    public record Parts(List<String> setting, List<String> light, List<String> clothes, List<String> framing,
            List<String> mood, List<String> style) {

        public Parts {
            setting = List.copyOf(setting);
            light = List.copyOf(light);
            clothes = List.copyOf(clothes);
            framing = List.copyOf(framing);
            mood = List.copyOf(mood);
            style = List.copyOf(style);
        }

        List<List<String>> each() {
            return List.of(setting, light, clothes, framing, mood, style);
        }

        Stream<String> all() {
            return each().stream().flatMap(List::stream);
        }
    }

    /** How many different portraits it plans. */
    public int variations() {
        return parts.each().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
    }

    /** The variation that a seed stands for, always the same one. */
    public PlannedConcept bySeed(long seed) {
        return variation(new SplittableRandom(seed ^ id.hashCode()).nextInt(variations()));
    }

    /** @param number from 0 to {@link #variations()} - 1 */
    public PlannedConcept variation(int number) {
        List<String> chosen = new ArrayList<>();
        int rest = number;
        for (List<String> wordings : parts.each()) {
            chosen.add(wordings.get(rest % wordings.size()));
            rest /= wordings.size();
        }
        Concept concept = new Concept(Optional.of(chosen.get(0)), Optional.of(chosen.get(1)),
                Optional.of(chosen.get(2)), Optional.of(chosen.get(3)), Optional.of(chosen.get(4)),
                Optional.of(chosen.get(5)));
        return new PlannedConcept(id + VARIED + number, title, summary, concept);
    }

    /** The template that an id of the catalogue names, without its variation. */
    static String templateOf(String conceptId) {
        int at = conceptId.indexOf(VARIED);
        return at < 0 ? conceptId : conceptId.substring(0, at);
    }

    /** The variation that it names; empty where it names none, or none that there is. */
    Optional<Integer> variationOf(String conceptId) {
        int at = conceptId.indexOf(VARIED);
        String number = at < 0 ? "" : conceptId.substring(at + 1);
        return number.matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(number)).filter(each -> each < variations())
                : Optional.empty();
    }
}
