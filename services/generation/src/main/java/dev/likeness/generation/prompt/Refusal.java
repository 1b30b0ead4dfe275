package dev.likeness.generation.prompt;

/** Why a text is no prompt; the sentence is for the person who wrote it. */
public enum Refusal {
    EMPTY("Nothing that describes a portrait was left of your text. Please describe the scene in plain words."),
    NO_SCENE(
            "Your text talks to somebody but describes no scene. Please say where you are, the light, the clothes or the mood."),
    FIXED_FEATURES(
            "Your text describes only what you look like, which your model knows already. Please describe the scene around you."),
    TOO_LONG("Your text is too long. Please describe the scene in fewer words."),
    FOREIGN_TRIGGER_WORD(
            "Your text names another person's model. Portraits can be made of you alone; leave that word out."),
    MODEL_INSTRUCTIONS("Your text holds control marks of a language model. Please describe the scene in plain words.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
