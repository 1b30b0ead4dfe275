package dev.likeness.generation;

import org.springframework.stereotype.Component;

/** What was configured of shoots and their previews. */
@Component
public record Settings(ShootProperties shoot, PreviewProperties previews) {}
