package dev.likeness.generation;

import org.springframework.stereotype.Component;

/** What was configured of shoots, their previews and how these are measured. */
@Component
public record Settings(ShootProperties shoot, PreviewProperties previews, LikenessProperties likeness) {}
