package dev.likeness.generation.prompt;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a language talks to somebody instead of describing a scene.
 *
 * @param openers what may stand before a scene and goes alone: "Here is your prompt:"
 * @param starters what begins a sentence that is talk as a whole: "Let me know"
 * @param addresses what makes the part of a sentence between two commas talk: "you"
 */
record Speech(List<String> openers, List<String> starters, List<String> addresses) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    // Marks and symbols before the first word do not hide it.
    private static final String START = "^[^\\p{L}\\p{Nd}]*";

    private static final List<Speech> ALL = List.of(EnglishSpeech.WORDS, GermanSpeech.WORDS, FrenchSpeech.WORDS,
            SpanishSpeech.WORDS);

    static Pattern anyOpener() {
        return Pattern.compile(START + "(?:" + alternatives(Speech::openers) + ")(?!['’\\p{L}\\p{Nd}])[\\s,:;!.–—-]*",
                FLAGS);
    }

    static Pattern anyStarter() {
        return Pattern.compile(START + "(?:" + alternatives(Speech::starters) + ")(?![\\p{L}\\p{Nd}])", FLAGS);
    }

    static Pattern anyAddress() {
        return Pattern.compile("(?<![\\p{L}\\p{Nd}])(?:" + alternatives(Speech::addresses) + ")(?![\\p{L}\\p{Nd}])",
                FLAGS);
    }

    private static String alternatives(java.util.function.Function<Speech, List<String>> part) {
        return String.join("|", ALL.stream().flatMap(speech -> part.apply(speech).stream()).toList());
    }

    /** Every phrase of all languages, for a test that none is a scene's. */
    static Stream<String> everything() {
        return ALL.stream()
                .flatMap(speech -> Stream.of(speech.openers, speech.starters, speech.addresses).flatMap(List::stream));
    }
}
