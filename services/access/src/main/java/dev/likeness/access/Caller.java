package dev.likeness.access;

import dev.likeness.person.UserId;

/**
 * Whoever sent the request, as their verified token says. A controller takes it as a method
 * argument and passes {@link #userId()} to every query: ownership is checked in the data.
 *
 * @param operator whether the token carries the role {@code operator}
 */
public record Caller(UserId userId, boolean operator) {}
