/**
 * Letting go: of forgotten sets, of objects that nothing refers to, of names, and of older epochs.
 */
@NullMarked
package dev.likeness.upload.tidying;

import org.jspecify.annotations.NullMarked;
