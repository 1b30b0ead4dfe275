package dev.likeness.generation.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text freed of everything that is not description. First what has a form of its own goes (code,
 * links, tags, marks of lists and headings, lines that speak as somebody), then talk and fixed
 * features of the face, then every character that is not on a short list, so that a form nobody
 * thought of still leaves no mark.
 */
final class PlainText {

    private record Rule(Pattern what, String instead) {
        static Rule of(String regex, String instead) {
            return new Rule(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE), instead);
        }
    }

    private static final String SPEAKERS = "(?:system|assistant|developer|user|human|tool|function|model|ai|ki|ia|bot|maya|photographer|chatgpt|claude"
            + "|assistente?n?t?(?:in)?|nutzer(?:in)?|benutzer(?:in)?|fotograf(?:in)?|système|assistante?|utilisat(?:eur|rice)|photographe|sistema|asistente|usuari[oa]|fotógraf[oa])";

    private static final String LABELS = "(?:(?:(?:positive|image|final|flux|my|the|your|dein|ihr|ton|votre|tu|su)[ ])?prompt|title|concept|option|idea|step|variante?|vorschlag|konzept|titel|schritt|idee"
            + "|titre|proposition|idée|étape|título|propuesta|opción|concepto|paso|scene|szene|scène|escena|description|beschreibung|descripción)";
    private static final String NEGATIVE = "(?:avoid|exclude|vermeiden|à éviter|evitar)";
    // Flags of other picture makers, by name: two dashes alone are how some write a pause.
    private static final String FLAGS = "(?:ar|aspect|v|version|s|style|stylize|chaos|seed|q|quality|iw|niji|tile|weird|cref|sref|cw|sw|raw|hd|fast|relax|turbo|repeat|stop|w|h|steps|cfg)";

    // In this order: a link's text outlives its address, and marks go before the speaker behind them.
    private static final List<Rule> FORMS = List.of(
            Rule.of("&(?:[a-z]{2,8}|#\\d{1,7}|#x[0-9a-f]{1,6});", " "),
            Rule.of("(?s:```.*?(?:```|\\z))|(?s:~~~.*?(?:~~~|\\z))", " "),
            Rule.of("(?s:<(script|style|think|thinking|reasoning|scratchpad)\\b.*?(?:</\\1>|\\z))", " "),
            Rule.of("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)", " "),
            Rule.of("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)", "$1"),
            Rule.of("(?:https?|ftp)://\\S*", " "), Rule.of("\\b(?:https?|ftp|file|data|javascript|mailto):\\S*", " "),
            Rule.of("\\bwww\\.\\S+", " "),
            Rule.of("\\b[\\w.-]+@[\\w-]+\\.[\\w.-]+", " "),
            Rule.of("\\b[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/\\S*", " "),
            Rule.of("\\b[\\w-]+\\.(?:com|org|net|io|ai|co|dev|app|info|biz)\\b", " "),
            Rule.of("(?<!\\S)@[\\w.]+", " "),
            Rule.of("\\b[\\w-]+\\.(?:jpe?g|png|webp|heic|gif|txt|json|md|py|js|safetensors|ckpt)\\b", " "),
            Rule.of("<[^<>\\n]*>", " "),
            Rule.of("\\b(?:lora|lyco|loha|hypernet|embedding)[ ]*[:=][ ]*[\\w./-]+(?:[ ]*:[ ]*-?[\\d.]+)*", " "),
            Rule.of("[(\\[{]([^()\\[\\]{}\\n]{0,200}[^()\\[\\]{}\\n\\d ])[ ]*:[ ]*-?\\d+(?:\\.\\d+)?[)\\]}]", "$1"),
            Rule.of("(?<!\\S)--no\\b[^-\\n]*", " "),
            Rule.of("(?<!\\S)--" + FLAGS + "\\b(?:[ =][\\w:.]+)?", " "),
            Rule.of("(?-i:\\b(?:BREAK|ADDCOMM|ADDBASE|ADDROW|ADDCOL)\\b)", ","),
            Rule.of("\\[\\^?\\d{1,3}\\]", " "),
            Rule.of("\\[[ x✓]?\\]", " "),
            Rule.of("^[ ]*\\[?" + SPEAKERS + "[ ]*\\]?[ ]*$", " "),
            Rule.of("\\[" + SPEAKERS + "\\].*$", " "),
            Rule.of("[*_~`|\\\\]", " "),
            Rule.of("^[ ]*(?:[-=#>•‣◦▪·+–—→➤✓✔★][ ]*|\\(?(?:\\d{1,3}|[a-z]|[ivx]{1,4})[.)][ ]+)+", ""),
            Rule.of("(?<=[.,;!])[ ]+\\(?\\d{1,2}[.)][ ]+", " "),
            Rule.of("(?<!\\S)#[\\p{L}\\w]+", " "),
            Rule.of("(?<![\\p{L}])(?:negative[ ]prompts?|negativ(?:er|e)?[ -]prompt|prompt[ ]n[ée]gatif|prompt[ ]negativo)[ ]*:.*$",
                    " "),
            Rule.of("^[ ]*" + NEGATIVE + "[ ]*:.*$", " "),
            Rule.of("^[ ]*" + LABELS + "[ ]*(?:#?[ ]?\\d{1,2}|[a-d])?[ ]*[:)][ ]*", ""),
            Rule.of("\\b" + SPEAKERS + "[ ]*(?:message|prompt|instructions?)?[ ]*:.*$", " "));

    private static final List<Rule> TIDY = List.of(
            Rule.of("[\\r\\n]+", ", "),
            // Marks that belong to no letter, such as what turns a sign into an emoji, and heaps of them.
            Rule.of("[\\x{FE00}-\\x{FE0F}\\x{20D0}-\\x{20FF}]", ""),
            Rule.of("(?<![\\p{L}\\p{M}])\\p{M}+", ""),
            Rule.of("(\\p{M}{2})\\p{M}+", "$1"),
            Rule.of("(?<![\\p{L}\\p{Nd}])['’]s(?![\\p{L}\\p{Nd}])", " "),
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

    // Before anything is normalized: a terminal's colours, and digits dressed as keys.
    private static final List<Rule> SIGNALS = List.of(Rule.of("\\u001b\\[[0-9;?]*[A-Za-z]", " "),
            Rule.of("[0-9#*]\\x{FE0F}?\\x{20E3}", " "));
    private static final List<Rule> BLANKS = List.of(Rule.of("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", ""),
            Rule.of("\\R", "\n"),
            Rule.of("[^\\S\\n]|[\\p{Cc}&&[^\\n]]", " "));

    private PlainText() {}

    /** In one form for all that looks alike, without invisible characters; line breaks stay. */
    static String visible(String text) {
        return applied(BLANKS, Normalizer.normalize(applied(SIGNALS, text), Normalizer.Form.NFKC));
    }

    /** Without what has a form of its own, for a look at what it says. */
    static String words(String visible) {
        return applied(FORMS, visible);
    }

    /** Taking one thing away can bring another to light, so it goes on until nothing changes. */
    static String of(String text) {
        String before;
        String after = text;
        do {
            before = after;
            String described = FixedFeatures.without(SmallTalk.without(applied(FORMS, visible(before))));
            after = applied(TIDY, described).strip();
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
