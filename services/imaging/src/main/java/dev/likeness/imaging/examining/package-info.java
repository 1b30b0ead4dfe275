/**
 * From a photo's bytes to everything that is wanted of it, with one decoding: the copy to train on,
 * a thumbnail, and what can be measured.
 */
@NullMarked
package dev.likeness.imaging.examining;

import org.jspecify.annotations.NullMarked;
