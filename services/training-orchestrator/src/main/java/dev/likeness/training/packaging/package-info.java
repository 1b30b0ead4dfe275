/**
 * Packing the photos into a ZIP that only one attempt uses: nothing in it but what the trainer
 * reads.
 */
@NullMarked
package dev.likeness.training.packaging;

import org.jspecify.annotations.NullMarked;
