/** Predictions: accepted, waited for, rendered, canceled; their images at the delivery address. */
@NullMarked
package dev.likeness.sandbox.predictions;

import org.jspecify.annotations.NullMarked;
