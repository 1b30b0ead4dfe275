package dev.likeness.generation.prompt;

import java.util.List;

/** German. */
final class GermanSpeech {

    private static final String PICTURE = "(?:portr[äa]ts?|fotos?|bild(?:er)?|aufnahmen?)";

    // By itself it is French too: "au bord du lac".
    private static final String DU = "du (?:bist|hast|kannst|wirst|willst|möchtest|magst|könntest|siehst|trägst|stehst|sitzt|musst)"
            + "|(?:wenn|dass|ob|bist|hast|kannst|wirst|willst|möchtest|magst) du";

    static final Speech WORDS = new Speech(
            List.of("(?:gern|gerne|natürlich|klar|selbstverständlich|super|toll|wunderbar|perfekt|okay|hallo|danke|verstanden|ja)(?= ?[,.!:;–—]|$)",
                    "(?:gute|tolle|schöne|hervorragende) (?:wahl|idee|frage)",
                    "als (?:deine?|ihre?|eine?) (?:ki-|persönliche[r]? )?(?:fotograf(?:in)?|assistent(?:in)?)",
                    "(?:ich )?(?:schlage|empfehle)(?: ich)?(?: (?:dir|ihnen|euch|vor))*",
                    "mein vorschlag(?: ist| wäre)?",
                    "ich (?:möchte|will|brauche|hätte gern)(?: gern)?(?: eine?n?| ein)?(?: "
                            + PICTURE + ")?(?: von mir)?",
                    "hier (?:ist|sind|kommt)(?: (?:dein|deine|ihr|ihre|der|die|das|ein|eine|mein))?(?: (?:neuer?|fertiger?|erster?))* "
                            + "(?:prompts?|konzepte?|vorschl[aä]ge?|vorschlag|ideen?|beschreibung|szene)(?: für (?:dich|sie))?",
                    "wie wäre es mit", "wie wär's mit", "stell dir vor", "stellen sie sich vor", "lass uns(?: mit)?",
                    "(?:bitte )?(?:erstelle|erzeuge|mach|mache|generiere|zeige?)(?: mir)? (?:eine?n?|ein|vier|\\d{1,2}) "
                            + PICTURE + "(?: von mir)?",
                    "(?:eine?|ein) " + PICTURE + " von (?:mir|dir)", "für (?:dieses|dein|ihr) (?:shooting|porträt)",
                    "bitte"),
            List.of("ich", "wir", DU, "lass (?:es )?mich", "lassen sie", "sag(?:en sie)? (?:mir|einfach|bescheid|ja)",
                    "wenn (?:du|sie|ich|wir)",
                    "falls (?:du|sie)",
                    "(?:möchtest|willst|magst|kannst|sollst|soll|darf|könntest|hast|gefällt) (?:du|ich|wir|dir|das)",
                    "(?:möchten|wollen|können|haben|sollen) (?:sie|wir)",
                    "(?:was|welche[rsn]?|wie|warum|wann) (?:hältst|halten|meinst|denkst|soll|möchtest|möchten|wäre|ist|gefällt)",
                    "(?:dieses|das|dieser|diese) (?:bild|foto|prompt|konzept|aufnahme|wird|würde)",
                    "als (?:ki|sprachmodell|eine ki)",
                    "(?:ignoriere|ignorieren sie|vergiss|missachte|übergehe)",
                    "(?:antworte|antworten sie|schreibe|gib|gib nur) (?:nur|mit|auf|als|aus|das|ausschließlich)",
                    "(?:hinweis|tipp|achtung|anmerkung|wichtig)(?= ?[:!.–—-])",
                    "(?:viel spaß|ich hoffe|hoffentlich|freue mich|melde dich|wähle|such dir)",
                    "(?:leider|entschuldigung|es tut mir leid)", "(?:liebe|viele|beste|herzliche) grüße", "vermeide",
                    "niemals"),
            List.of(DU, "dir", "dich", "deine?[rmns]?", "ich", "möchtest", "möchten sie", "soll ich", "bitte",
                    "ignoriere", "gerne(?= ?[!,])", "sag mir",
                    "lass mich",
                    "gib mir bescheid", "ihnen"));

    private GermanSpeech() {}
}
