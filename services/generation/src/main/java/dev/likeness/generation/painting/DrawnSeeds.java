package dev.likeness.generation.painting;

/** Draws the seed that marks an attempt. */
@FunctionalInterface
interface DrawnSeeds {

    /**
     * From 0 to {@link dev.likeness.generation.shoot.Parameters#MAX_SEED}, so that none comes twice.
     */
    long draw();
}
