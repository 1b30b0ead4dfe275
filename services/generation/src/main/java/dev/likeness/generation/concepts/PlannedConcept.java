package dev.likeness.generation.concepts;

import dev.likeness.generation.prompt.Concept;

/**
 * A concept that can be picked.
 *
 * @param conceptId of the catalogue with a variation, {@code corner-office~3}
 * @param title a few words
 * @param summary a sentence for the person; never a part of a prompt
 */
public record PlannedConcept(String conceptId, String title, String summary, Concept concept) {}
