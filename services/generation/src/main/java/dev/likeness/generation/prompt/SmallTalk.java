package dev.likeness.generation.prompt;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes talk out of a text that describes a scene: questions, what is said to somebody, what
 * somebody says of themselves or wants done, in English, German, French and Spanish. What it is not
 * sure of it takes out: the person sees the prompt that is used, and can write it again.
 */
final class SmallTalk {

    private static final Pattern OPENER = Speech.anyOpener();
    private static final Pattern STARTER = Speech.anyStarter();
    private static final Pattern ADDRESS = Speech.anyAddress();
    private static final Pattern QUESTION = Pattern.compile("[?¿؟]");
    private static final Pattern LINES = Pattern.compile("\\n");
    private static final Pattern SENTENCES = Pattern
            .compile("(?<=[.!?…;][\"”»')]{0,2})\\s+|\\s+[–—]\\s+|\\s+--\\s+|(?=[¿¡])");
    private static final Pattern CLAUSES = Pattern.compile(",(?=\\s)|(?<=,)$");

    private SmallTalk() {}

    static String without(String text) {
        return LINES.splitAsStream(text).map(SmallTalk::line).collect(Collectors.joining("\n"));
    }

    /** Whether there is any in it. */
    static boolean in(String text) {
        return !text.isBlank() && !without(text).strip().equals(text.strip());
    }

    private static String line(String line) {
        String[] sentences = SENTENCES.split(line.replace('’', '\''));
        String kept = Arrays.stream(sentences)
                .map(SmallTalk::sentence)
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(" "));
        // Untouched text stays as it is, with the spaces that it has.
        return kept.equals(String.join(" ", sentences)) ? line : kept;
    }

    private static String sentence(String sentence) {
        String scene = withoutOpeners(sentence);
        if (QUESTION.matcher(scene).find() || STARTER.matcher(scene).find()) {
            return "";
        }
        if (!ADDRESS.matcher(scene).find()) {
            return scene;
        }
        return CLAUSES.splitAsStream(scene)
                .filter(clause -> !ADDRESS.matcher(clause).find())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    private static String withoutOpeners(String sentence) {
        String before;
        String after = sentence;
        do {
            before = after;
            after = OPENER.matcher(before).replaceFirst("");
        } while (!after.equals(before));
        return after;
    }
}
