package dev.likeness.training.run;

/** Why a training ended without a model, with a sentence for the person. */
public enum FailureReason {
    WRONG_TRIGGER_WORD(false,
            "This training was asked for with the word of somebody else, so it was not started. Nothing was charged. Please tell us about it."),
    ALREADY_RUNNING(false,
            "Another training of yours is still running, so this one was not started. Nothing was charged. Wait for the other one to end or cancel it."),
    BAD_RECIPE(false,
            "The settings of this training are outside of what is known to work (1000 to 1500 steps, rank 16 to 32), so it was not started. Nothing was charged."),
    BAD_PHOTOS(false,
            "The photos of this training could not be read. Please upload them again, as another set; if that does not help, leave out the ones that came from another program."),
    CONTENT_REFUSED(false,
            "The training service refused the content of these photos. Please upload others, or take some out of the set and start again."),
    PROVIDER_OUT_OF_CREDIT(true,
            "The training service does not take new work from us at the moment. It is ours to settle, nothing was charged to you; please start again later, with the same photos."),
    PROVIDER_DOWN(true,
            "The training service could not be reached. Nothing was trained; please start again in a while, with the same photos."),
    PROVIDER_REFUSED(false,
            "The training service did not accept this training. We have been told and look into it."),
    PROVIDER_FULL(true,
            "The training service has no room for another model of ours at the moment. Nothing was charged. We have been told; please start again later, with the same photos."),
    TRAINER_CHANGED(true,
            "The training service has changed how it trains, and we spend nothing on what we have not tried. Nothing was charged. We have been told; please start again later, with the same photos."),
    SPEND_CAP(true,
            "What may be spent on trainings in a day has been spent, so this one was not started. Nothing was charged; please start again tomorrow, with the same photos."),
    STALLED(true,
            "The training made no progress any more and was stopped. Your photos are still here; you can start again with them."),
    PROVIDER_FAILED(true,
            "The training broke off at the training service. Your photos are still here; you can start again with them."),
    UNSETTLED(true,
            "The training service never told us whether it accepted this training. We keep looking and stop it if it turns up; you can start again, with the same photos."),
    NOT_PERMITTED(false,
            "This training was asked for by a repetition of old events that may not spend money, so it was not started."),
    INTERNAL(true,
            "Something on our side kept this training from starting. We have been told; please start again, with the same photos.");

    private final boolean retryable;
    private final String sentence;

    FailureReason(boolean retryable, String sentence) {
        this.retryable = retryable;
        this.sentence = sentence;
    }

    /** Whether trying again may help without a new upload. */
    public boolean retryable() {
        return retryable;
    }

    public String sentence() {
        return sentence;
    }
}
