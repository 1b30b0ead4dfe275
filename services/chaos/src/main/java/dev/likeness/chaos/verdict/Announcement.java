package dev.likeness.chaos.verdict;

/**
 * An event that says how a training ended, as it lies in its topic.
 *
 * @param eventId the same in every copy of it: the broker may hold several, consumers tell by this
 */
public record Announcement(String trainingId, String eventId, boolean succeeded) {}
