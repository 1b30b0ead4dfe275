package dev.likeness.chaos.verdict;

/**
 * A training that the provider accepted.
 *
 * @param status as the provider says it
 * @param ran it trained on the photos, for whatever time: that is what costs. One that found its
 * ZIP gone has failed at once, for nothing
 */
public record Accepted(String providerId, String triggerWord, String status, boolean ran) {

    public boolean underWay() {
        return status.equals("starting") || status.equals("processing");
    }

    boolean succeeded() {
        return status.equals("succeeded");
    }
}
