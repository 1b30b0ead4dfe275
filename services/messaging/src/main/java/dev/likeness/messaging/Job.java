package dev.likeness.messaging;

import dev.likeness.person.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * Work that was claimed.
 *
 * @param attempt from 1
 * @param createdAt when it was queued, in the database's time
 */
public record Job(UUID id, String kind, String key, Person person, String payload, int attempt, Instant createdAt) {}
