/** The paid call, made at most once for each permission to make it. */
@NullMarked
package dev.likeness.training.submitting;

import org.jspecify.annotations.NullMarked;
