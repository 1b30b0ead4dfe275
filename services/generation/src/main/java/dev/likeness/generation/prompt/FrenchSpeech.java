package dev.likeness.generation.prompt;

import java.util.List;

/** French. */
final class FrenchSpeech {

    private static final String PICTURE = "(?:portraits?|photos?|images?|clichés?)";

    static final Speech WORDS = new Speech(
            List.of("(?:bien sûr|avec plaisir|certainement|absolument|parfait|super|d'accord|bonjour|salut|merci|oui|volontiers|entendu)(?= ?[,.!:;–—]|$)",
                    "(?:excellent|bon|très bon|beau) (?:choix)",
                    "(?:excellente|bonne|très bonne|belle) (?:idée|question)",
                    "en tant que (?:ta|ton|votre|vos)? ?(?:photographe|assistante?)",
                    "je (?:te |vous )?(?:propose|suggère|recommande|conseille|proposerais|suggérerais|verrais bien|imagine)",
                    "ma (?:proposition|suggestion|recommandation)(?: est| serait)?",
                    "je (?:voudrais|veux|souhaite)(?: une?| des)?(?: " + PICTURE + ")?(?: de moi)?",
                    "j'aimerais(?: avoir)?(?: une?| des)?(?: " + PICTURE + ")?(?: de moi)?",
                    "voici(?: (?:ton|ta|votre|le|la|un|une|mon|ma|quelques))?(?: (?:nouveau|nouvelle|petite?))? "
                            + "(?:prompts?|concepts?|propositions?|idées?|descriptions?|suggestions?|scènes?)(?: pour (?:toi|vous))?",
                    "et si (?:on|nous)(?: (?:essayait|essayions|faisait|faisions|tentait))?", "que dirais-tu (?:de|d')",
                    "que diriez-vous (?:de|d')",
                    "(?:imagine|imaginez|imagine-toi|imaginez-vous)", "essayons",
                    "(?:crée|créez|génère|générez|fais|faites)(?:-moi)? (?:une?|des|quatre|\\d{1,2}) " + PICTURE
                            + "(?: de moi)?",
                    "(?:une?) " + PICTURE + " de (?:moi|toi|vous)",
                    "pour (?:cette séance|ce portrait|ta séance|votre séance)",
                    "s'il (?:te|vous) plaît"),
            List.of("je", "j'(?:ai|aimerais|espère|attends|adore|imagine)", "nous", "tu", "vous",
                    "si (?:tu|vous|cela|ça)", "n'hésit\\p{L}+",
                    "dis-moi", "dites-moi", "fais-moi savoir", "faites-moi savoir", "laisse-moi", "laissez-moi",
                    "(?:veux|voudrais|aimerais|peux|souhaites|préfères)-tu",
                    "(?:voulez|voudriez|aimeriez|pouvez|souhaitez|préférez)-vous",
                    "(?:est-ce|qu'est-ce|quel|quelle|quels|quelles|comment|pourquoi)",
                    "(?:cette|ce|ces) (?:image|photo|prompt|concept|portrait|cliché)",
                    "en tant qu'(?:ia|intelligence|assistant)", "(?:ignore|ignorez|oublie|oubliez)",
                    "(?:réponds|répondez|écris|écrivez|affiche) (?:uniquement|seulement|avec|en|par|le|la)",
                    "(?:remarque|astuce|attention|note|conseil|important)(?= ?[:!.–—-])",
                    "(?:désolée?|malheureusement|amuse-toi|choisis|choisissez)",
                    "(?:cordialement|bien à vous|à bientôt)", "évite", "évitez", "ne"),
            List.of("tu", "vous", "votre", "vos", "je", "j'\\p{L}+", "dis-moi", "dites-moi", "n'hésit\\p{L}+",
                    "veux-tu", "voulez-vous", "souhaites-tu", "ignorez", "s'il te plaît", "bien sûr(?= ?[!,])",
                    "aimerais-tu", "faites-moi", "puis-je"));

    private FrenchSpeech() {}
}
