package dev.likeness.generation.concepts;

import dev.likeness.generation.prompt.Concept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What holds for the catalogue as a whole; checked at every start, so that nobody adds to it what
 * may not be in a prompt.
 */
final class CatalogueRules {

    // The longest trigger word has 44 characters, of the 500 of a prompt.
    private static final int LONGEST = 440;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    // For concepts that are planned for one person.
    private static final String RESERVED = "own-";
    // Stricter than what people may write: not even a harmless word of the face or the body.
    private static final Pattern FEATURES = Pattern.compile(
            "\\b(?:eyes?|eyebrows?|hair\\w*|beard\\w*|moustache|face\\w*"
                    + "|skin|complexion|lips?|nose|cheek\\w*|jaw\\w*|freckl\\w*|wrinkl\\w*|bald|blonde?|brunette|young\\w*|aged?|elderly|teen\\w*|m[ae]n|wom[ae]n|males?"
                    + "|females?|boys?|girls?|lady|gentleman|guy|asian|african|european|caucasian|muscular)\\b",
            Pattern.CASE_INSENSITIVE);

    private CatalogueRules() {}

    /** What is wrong, in words for whoever wrote it; empty where nothing is. */
    static List<String> faults(List<Template> templates) {
        List<String> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, String> sentences = new HashMap<>();
        for (Template template : templates) {
            String id = template.id();
            if (!ID.matcher(id).matches() || id.startsWith(RESERVED)) {
                faults.add(id + " is no id");
            }
            for (String name : List.of("id " + id, "title " + template.title(), "summary " + template.summary())) {
                if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                    faults.add(id + " shares its " + name);
                }
            }
            if (template.parts().each().stream().anyMatch(List::isEmpty)) {
                faults.add(id + " lacks a part");
            }
            template.parts().all().forEach(part -> check(id, part, sentences, faults));
            if (longest(template) > LONGEST) {
                faults.add(id + " can be " + longest(template) + " characters long, more than " + LONGEST);
            }
            Stream.of(template.title(), template.summary())
                    .filter(text -> FEATURES.matcher(text).find())
                    .forEach(text -> faults.add(id + " speaks of the face: " + text));
        }
        return faults;
    }

    private static void check(String id, String part, Map<String, String> sentences, List<String> faults) {
        String other = sentences.putIfAbsent(part.toLowerCase(Locale.ROOT), id);
        if (other != null) {
            faults.add(id + " shares with " + other + ": " + part);
        }
        if (!Concept.isPlain(part)) {
            faults.add(id + " has a part that a prompt would not hold as it is: " + part);
        }
        if (FEATURES.matcher(part).find()) {
            faults.add(id + " speaks of the face: " + part);
        }
    }

    private static int longest(Template template) {
        return template.parts()
                .each()
                .stream()
                .mapToInt(wordings -> 2 + wordings.stream().mapToInt(String::length).max().orElse(0))
                .sum() + "wearing ".length();
    }
}
