package dev.likeness.generation.shoot;

/** Why there are no portraits, or fewer than asked for; the sentence is for the person. */
public enum FailureReason {
    CANCELED("The request was canceled before it was done. What had been made by then is kept; ask again for more."),
    TIMED_OUT("The provider took too long and was told to stop. Please ask again."),
    CONTENT_REFUSED("The provider's content filter held the pictures back. Please describe the scene differently."),
    OUTPUTS_GONE("The pictures were made but could not be fetched before the provider deleted them. Please ask again."),
    PROVIDER_OUT_OF_CREDIT("The provider's account has no credit left. Nothing was made; please try again later."),
    PROVIDER_DOWN("The provider could not be reached. Nothing was made; please try again later."),
    PROVIDER_REFUSED("The provider did not take the request. Nothing was made; please try other settings."),
    PROVIDER_FAILED("Something went wrong at the provider while it made the pictures. Please ask again."),
    UNSETTLED(
            "The provider never said whether it took the request. It is not sent again, so that it can't be paid for twice; please ask again."),
    MODEL_GONE("The provider does not have your model any more. Please train a new one.");

    private final String sentence;

    FailureReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
