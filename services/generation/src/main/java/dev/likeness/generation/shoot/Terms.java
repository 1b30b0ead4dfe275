package dev.likeness.generation.shoot;

import java.time.Duration;

/**
 * What a decision is made under.
 *
 * @param grace how long a request may take to show in the provider's list after its answer was lost
 * @param replacements most portraits of one shoot that may be made again because they are held
 * back; 0 where nothing may be spent
 */
public record Terms(Duration grace, int replacements) {}
