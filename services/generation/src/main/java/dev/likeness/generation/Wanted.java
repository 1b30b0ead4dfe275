package dev.likeness.generation;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.Parameters;

/** Portraits that a person wants, checked and ready to be filed. */
public record Wanted(PromptText prompt, Parameters parameters) {}
