/**
 * The image work: a new picture of the person in a version's training photos, decided by the seed.
 */
@NullMarked
package dev.likeness.sandbox.portraits;

import org.jspecify.annotations.NullMarked;
