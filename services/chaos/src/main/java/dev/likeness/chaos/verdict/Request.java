package dev.likeness.chaos.verdict;

/** A training that was asked for; its trigger word is what the provider knows it by. */
public record Request(String trainingId, String userId, String triggerWord) {}
