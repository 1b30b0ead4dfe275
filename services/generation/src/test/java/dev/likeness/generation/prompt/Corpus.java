package dev.likeness.generation.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Contaminated texts, each with what must remain. */
final class Corpus {

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Corpus() {}

    /** @param remains the description, or {@code !} and the name of the refusal */
    record Case(String text, String remains) {

        static Case of(String line) {
            int at = line.lastIndexOf(" => ");
            return new Case(plain(line.substring(0, at)), line.substring(at + 4));
        }

        @Override
        public String toString() {
            return text.replace("\n", "\\n");
        }
    }

    static List<Case> cases() {
        try (InputStream file = Objects.requireNonNull(Corpus.class.getResourceAsStream("/prompt/contaminated.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("%") && !line.isBlank())
                    .map(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        String breaks = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\");
        return UNICODE.matcher(breaks)
                .replaceAll(code -> Pattern.quote(Character.toString(Integer.parseInt(code.group(1), 16)))
                        .replace("\\Q", "")
                        .replace("\\E", ""));
    }
}
