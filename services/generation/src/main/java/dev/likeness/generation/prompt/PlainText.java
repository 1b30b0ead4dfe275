package dev.likeness.generation.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text freed of everything that is not description. First what has a form of its own goes (code,
 * links, tags, marks of lists and headings, lines that speak as somebody), then every character
 * that is not on a short list, so that a form nobody thought of still leaves no mark.
 */
final class PlainText {

    private record Rule(Pattern what, String instead) {
        static Rule of(String regex, String instead) {
            return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE), instead);
        }
    }

    private static final String SPEAKERS = "(?:system|assistant|developer|user|human|tool|function|model|ai|bot|maya)";

    // In this order: a link's text outlives its address, and marks go before the speaker behind them.
    private static final List<Rule> FORMS = List.of(
            Rule.of("(?s:```.*?(?:```|\\z))|(?s:~~~.*?(?:~~~|\\z))", " "),
            Rule.of("(?s:<(script|style)\\b.*?(?:</\\1>|\\z))", " "),
            Rule.of("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)", " "),
            Rule.of("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)", "$1"),
            Rule.of("\\b(?:https?|ftp|file|data|javascript|mailto):\\S*", " "),
            Rule.of("\\bwww\\.\\S+", " "),
            Rule.of("\\b[\\w.-]+@[\\w-]+\\.[\\w.-]+", " "),
            Rule.of("\\b[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/\\S*", " "),
            Rule.of("\\b[\\w-]+\\.(?:com|org|net|io|ai|co|dev|app|info|biz)\\b", " "),
            Rule.of("<[^<>\\n]*>", " "),
            Rule.of("[*_~`|\\\\]", " "),
            Rule.of("^[ ]*(?:[-=#>•‣◦▪·+–—][ ]*|(?:\\d{1,3}|[a-z])[.)][ ]+)+", ""),
            Rule.of("\\b" + SPEAKERS + "[ ]*(?:message|prompt|instructions?)?[ ]*:.*$", " "));

    private static final List<Rule> TIDY = List.of(
            Rule.of("[\\r\\n]+", ", "),
            Rule.of("(?<=\\p{L})[’`´‘](?=\\p{L})", "'"),
            Rule.of("[–—]", "-"),
            Rule.of("(?<!\\p{L})'|'(?!\\p{L})", " "),
            Rule.of("(?<![0-9]):|:(?![0-9])", ","),
            Rule.of("[^\\p{L}\\p{M}\\p{Nd} ,.;:!?()&%'+°/-]", " "),
            Rule.of("-{2,}", "-"),
            Rule.of("\\(\\s*\\)", " "),
            Rule.of(" +", " "),
            Rule.of(" +(?=[,.;!?)])", ""),
            Rule.of("([,;])(?:\\s*[,;])+", "$1"),
            Rule.of("([.!?])\\s*[,;]", "$1"),
            Rule.of("^[ ,.;:!?)&%'+°/-]+", ""),
            Rule.of("[ ,;:(&'+/-]+$", ""));

    private PlainText() {}

    /** In one form for all that looks alike, without invisible characters; line breaks stay. */
    static String visible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}|\\p{Cs}|\\p{Co}|\\p{Cn}", "")
                .replaceAll("\\R", "\n")
                .replaceAll("[^\\S\\n]|[\\p{Cc}&&[^\\n]]", " ");
    }

    /** Taking one thing away can bring another to light, so it goes on until nothing changes. */
    static String of(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = applied(TIDY, applied(FORMS, visible(before))).strip();
        } while (!after.equals(before));
        return after;
    }

    private static String applied(List<Rule> rules, String text) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.what().matcher(result).replaceAll(rule.instead());
        }
        return result;
    }
}
