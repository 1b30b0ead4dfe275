package dev.likeness.generation.prompt;

import java.util.List;

/** English, as photographers and assistants write it. */
final class EnglishSpeech {

    private static final String PICTURE = "(?:(?:(?:professional|beautiful|stunning|nice|new|single|quick) )?"
            + "(?:portraits?|photos?|photographs?|pictures?|images?|shots?|headshots?))";
    private static final String OF_ME = "(?: of (?:me|myself|you|yourself|us))?";

    static final Speech WORDS = new Speech(
            List.of("(?:sure|certainly|absolutely|of course|great|perfect|awesome|wonderful|lovely|fantastic|okay|ok|alright"
                    + "|yes|yeah|hello|hi there|hi|hey|thanks|thank you|got it|understood|no problem|gladly|well)(?= ?[,.!:;–—]|$)",
                    "(?:hello|hi|hey|dear|hallo|bonjour|salut|hola) \\p{L}+(?= ?[,!])",
                    "(?:great|good|excellent|perfect|lovely|nice) (?:choice|idea|question|pick|thinking|taste|one)",
                    "as (?:your|an?|the) (?:ai |personal |professional |virtual )*(?:photographer|assistant|stylist|art director)",
                    "(?:i(?:'d| would| will|'ll| can)? |let me |my )?(?:suggest|recommend|propose|suggestion is|recommendation is|idea is|plan is)"
                            + "(?: (?:trying|that we try|going for|we try|we go for))?",
                    "i (?:imagine|picture|envision|see|am thinking of)(?: you)?",
                    "i'm thinking of", "i (?:want|need)(?: to be| you to make)?(?: an?| some)? " + PICTURE + OF_ME,
                    "i(?:'d| would) (?:like|love)(?: to have| to see| to be| to try)?(?:(?: an?| some)? " + PICTURE
                            + OF_ME + ")?(?! to )",
                    "i (?:want|need)(?: to be)?(?! to )", "i(?:'m| am)(?= \\p{L}+ing\\b| in | on | at | by )",
                    "you(?:'re| are)(?= \\p{L}+ing\\b| in | on | at | by | under )",
                    "(?:here(?:'s| is| are)|below is|this is)(?: (?:your|an?|the|my|one|some|three|another))?(?: (?:final|refined|"
                            + "improved|updated|detailed|possible|suggested|new|first))*(?: (?:image|flux))? "
                            + "(?:prompts?|concepts?|ideas?|suggestions?|descriptions?|options?|scenes?)(?: (?:for|that) (?:you|your \\p{L}+|me|the shoot|this shoot))?",
                    "(?:please )?(?:create|generate|make|take|shoot|draw|render|paint|produce|give me|show me|show)(?: me)? (?:an?|one|some|another|\\d{1,2}|two|three|four) "
                            + PICTURE + OF_ME,
                    "(?:an?|one|the) " + PICTURE + " of (?:me|myself|you|yourself)",
                    "(?:imagine|picture|visuali[sz]e)(?: this| yourself| you| me)?",
                    "let's (?:try|shoot|do|go for|go with|start with|make)",
                    "(?:how|what) about", "(?:make sure|ensure)(?: that)?",
                    "for (?:this|your|the) (?:shoot|portrait|session)",
                    "please"),
            List.of("let me", "let us know", "let's", "feel free", "i(?:'m|'d|'ll|'ve)?", "we(?:'re|'d|'ll|'ve)?",
                    "you(?:'re|'d|'ll|'ve)?", "if (?:you|i|we|this|that)", "would (?:you|it|this|that)",
                    "(?:shall|should|can|could|may|do|did|does|will|are|have) (?:i|we|you|this|that)",
                    "(?:what|which|how|why|when) (?:do|would|about|else|kind|style|is|are|should|can|did)",
                    "(?:this|these|the) (?:image|prompt|concepts?)",
                    "(?:this|that) (?:picture|photo|shoot|will|would|should|is going|captures|shows)",
                    "as (?:an? )?(?:ai|a language model|large language model|requested|discussed|promised)",
                    "(?:ignore|disregard|forget|override) (?:all|any|the|every|everything|previous|prior|above|earlier|your|my|what)",
                    "(?:respond|reply|answer) (?:only|with|in|as)",
                    "(?:output|return|print|write) (?:only|nothing|your|just|exactly|strictly|json)",
                    "(?:do not|don't|never|avoid|remember|act as|act like|pretend|repeat|translate|summari[sz]e|reveal)",
                    "follow (?:the|these|my|all)",
                    "(?:note|tip|hint|reminder|disclaimer|warning|caution|important)(?= ?[:!.–—-]| that)",
                    "(?:hope|hopefully|enjoy|happy to (?:help|assist|adjust|refine|change|make|try)|looking forward|can't wait|just (?:say|tell|let)|tell me|say (?:yes|the word)|ready to)",
                    "(?:choose|pick|click|type) (?:one|any|your|from|on|the)",
                    "(?:alternatively|otherwise|next|also)(?=,)",
                    "(?:system|instructions?|context|task|role|persona)(?= ?:)",
                    "(?:cheers|yours|love),(?= |$)", "(?:best|kind|warm) regards",
                    "(?:sorry|unfortunately|apologies)",
                    "it(?:'s| is| will|'ll) (?:look|be|going|my|great|perfect|up to)"),
            List.of("you", "your", "yours", "yourself", "you're", "you'd", "you'll", "you've", "let me know", "shall i",
                    "(?-i:I)(?:'m|'d|'ll|'ve)?", "feel free", "please",
                    "(?:sure|certainly|absolutely|of course|okay|thanks|thank you)(?= ?[!,])",
                    "(?:great|good|excellent|perfect) choice",
                    "(?:ignore|disregard|forget|override) (?:all|any|the|every|previous|prior|above)", "respond only",
                    "helpful assistant", "just say", "tell me", "happy to help", "as an ai",
                    "language model"));

    private EnglishSpeech() {}
}
