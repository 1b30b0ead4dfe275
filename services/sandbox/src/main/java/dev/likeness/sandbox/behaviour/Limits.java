package dev.likeness.sandbox.behaviour;

/**
 * What the account may do.
 *
 * @param requestsPerMinute calls of every kind but one
 * @param predictionsPerMinute predictions that may be asked for
 * @param models that may be there at a time
 */
public record Limits(int requestsPerMinute, int predictionsPerMinute, int models) {}
