package dev.likeness.generation.shoot;

import java.time.Instant;

/**
 * One try to have a prediction accepted. It is recorded before the provider hears of it, so that
 * whatever happens its prediction can be told from all others.
 *
 * @param number from 1
 * @param seed drawn for this attempt alone, or the one the person asked for
 * @param intendedAt before the request was sent
 */
public record Attempt(int number, long seed, Instant intendedAt) {}
