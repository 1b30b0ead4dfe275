package dev.likeness.generation.prompt;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person's model knows of them and a prompt must not say: colour and shape of eyes and hair,
 * beard, skin, shape of the face, age, gender, origin. Said again it pulls the portrait away from
 * the person. A look, a gesture or wind in the hair are none of it.
 */
final class FixedFeatures {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String EN_KIND = "(?:(?:light|dark|bright|deep|pale|medium|very|long|short|shoulder-length|curly|wavy|straight|thick|thin|"
            + "blue|green|brown|hazel|gr[ea]y|amber|black|blonde?|brunette|red|ginger|auburn|silver|white|fair|almond|olive|tanned|freckled|full|round|oval|square|heart|trimmed|neat|bushy|well|groomed|kept)[ -]+)";
    private static final String EN = EN_KIND
            + "+(?:shaped |coloured |colored )?(?:eyes|hair|hairstyle|eyebrows|skin(?: tone)?|complexion|face|jawline)"
            + "|(?:" + EN_KIND
            + "*)(?:beards?|bearded|mous?taches?|freckles|wrinkles|cheekbones|jawline|stubble|blonde?|brunette|redhead(?:ed)?)"
            + "|bald(?:ing)?(?: head)?|(?:clean-shaven|blue-eyed|green-eyed|brown-eyed|dark-haired|fair-haired|long-haired|grey-haired|gray-haired)"
            + "|\\d{1,3}[- ]years?[- ]old|in (?:his|her|their) (?:early |mid |late )?(?:\\d0s|twenties|thirties|forties|fifties|sixties|seventies)"
            + "|middle-aged|elderly|teenaged?|(?:caucasian|asian|african|hispanic|latin[ao]|arab|indian|european|african-american)(?= (?:person|man|woman|look|features|ethnicity|male|female|descent|origin))";
    private static final String DE = "(?:blaue|grüne|braune|graue|dunkle|helle|mandelförmige)[nrsm]? augen|(?:lange|kurze|blonde|braune|schwarze|rote|graue|lockige|glatte|dunkle|helle)[nrsm]? haare?[ns]?"
            + "|(?:\\p{L}+em |\\p{L}+er )?(?:vollbart|bart|schnurrbart|dreitagebart|sommersprossen|glatze|falten)|(?:helle|dunkle|blasse|gebräunte)[nrsm]? haut"
            + "|(?:rundes|ovales|kantiges)[m]? gesicht|\\d{1,3}[- ]jahre alt|\\d{1,3}-jährige[rsnm]?|blauäugig\\p{L}*|blondhaarig\\p{L}*|dunkelhaarig\\p{L}*";
    private static final String FR = "yeux (?:bleus|verts|marron|bruns|gris|noirs|noisette|clairs|foncés)|cheveux (?:longs|courts|blonds|bruns|noirs|roux|gris|bouclés|lisses|châtains|blancs)(?: et \\p{L}+)?"
            + "|barbe(?: \\p{L}+)?|moustache|taches de rousseur|rides|peau (?:claire|mate|foncée|pâle|bronzée)|visage (?:rond|ovale|carré)|(?:âgée? de )?\\d{1,3} ans|calvitie|chauve";
    private static final String ES = "ojos (?:azules|verdes|marrones|castaños|negros|grises|claros|oscuros)|(?:pelo|cabello) (?:largo|corto|rubio|moreno|negro|castaño|rojo|pelirrojo|gris|rizado|liso|blanco|oscuro)(?: y \\p{L}+)?"
            + "|barba(?: \\p{L}+)?|bigote|pecas|arrugas|piel (?:clara|morena|oscura|pálida|bronceada)|(?:cara|rostro) (?:redond[ao]|ovalad[ao]|cuadrad[ao])|(?:de )?\\d{1,3} años|calv[ao]";

    private static final String ANY = "(?<![\\p{L}\\p{Nd}])(?:" + String.join("|", List.of(EN, DE, FR, ES))
            + ")(?![\\p{L}\\p{Nd}])";
    private static final String JOINED = "(?:,? (?:and|und|et|y|e|with|mit|avec|con) (?:(?:an?|eine[mnr]?|une?|una?|the|de) )?"
            + ANY + ")*";
    private static final Pattern FEATURE = Pattern.compile(ANY, FLAGS);
    private static final Pattern PHRASE = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:(?:with|having|has|mit|avec|aux|au|à la|con|de)(?: (?:an?|eine[mnr]?|une?|una?|the|les|la|los|his|her|their))? )"
                    + ANY + JOINED,
            FLAGS);
    // "A 35-year-old bearded man": who is in the picture is the trigger word's to say.
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:(?:an?|the|one) )?(?:(?:(?:young|old|older|handsome|beautiful|pretty|attractive|mature|adult|slim|tall|male|female|caucasian|asian|african|hispanic|latin[ao]|white|black|elegant|"
                    + "confident|smiling|elderly|middle-aged|bearded|bald|blonde?|blue-eyed|dark-haired|\\d{1,3}[- ]years?[- ]old)[ ,]+){0,5})"
                    + "(?:man|woman|guy|lady|gentleman|girl|boy|male|female|dude|gentlewoman)(?:,? (?:aged )?\\d{1,3})?(?!['’\\p{L}\\p{Nd}-])",
            FLAGS);
    private static final Pattern SOMEBODY_ELSEWHERE = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:(?:de|d'|von) ?)?(?:eine[nmrs]?|ein|une?|una?) (?:\\p{L}+ ){0,2}?(?:mann|frau|mannes|mädchen|homme|femme|fille|garçon|hombre|mujer|chic[ao])"
                    + "(?: (?:âgée?|d'âge mûr|joven|mayor))?(?!['’\\p{L}\\p{Nd}-])",
            FLAGS);
    private static final Pattern CLAUSES = Pattern.compile("(?<=[,.;!\\n])");
    private static final Pattern END = Pattern.compile("[.!\\n]\\s*$");

    // What the patterns can't match without: they are long, and most texts hold none of it.
    private static final List<String> HINTS = List.of("eye", "hair", "skin", "complexion", "face", "jaw", "beard",
            "tache", "freckle", "wrinkle",
            "cheekbone", "stubble", "blond", "brunette", "redhead", "bald", "shaven", "year", "0s", "ties",
            "middle-aged", "elderly", "teen", "caucasian", "asian", "african",
            "hispanic", "latin", "arab", "indian", "european", "man", "woman", "guy", "lady", "girl", "boy", "male",
            "dude", "auge", "äugig", "haar", "bart", "sprossen", "glatze",
            "falten", "haut", "gesicht", "jahre", "jährig", "frau", "mädchen", "yeux", "cheveux", "barbe", "rousseur",
            "rides", "peau", "visage", " ans", "calvitie", "chauve",
            "homme", "femme", "fille", "garçon", "ojos", "pelo", "cabello", "barba", "bigote", "pecas", "arrugas",
            "piel", "cara", "rostro", "años", "calv", "hombre", "mujer", "chic");

    private FixedFeatures() {}

    static boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return HINTS.stream().anyMatch(lower::contains)
                && Stream.of(FEATURE, SOMEBODY, SOMEBODY_ELSEWHERE).anyMatch(each -> each.matcher(text).find());
    }

    /** Without the phrase that names one, or, where it is none, without the part between two commas. */
    static String without(String text) {
        if (!in(text)) {
            return text;
        }
        String somebody = SOMEBODY.matcher(SOMEBODY_ELSEWHERE.matcher(text).replaceAll("")).replaceAll("a person");
        String rest = PHRASE.matcher(somebody).replaceAll("");
        return CLAUSES.splitAsStream(rest)
                .map(clause -> FEATURE.matcher(clause).find() ? end(clause) : clause)
                .collect(Collectors.joining());
    }

    private static String end(String clause) {
        Matcher end = END.matcher(clause);
        return end.find() ? end.group() : "";
    }
}
