/** What is in a ZIP. */
@NullMarked
package dev.likeness.training.packaging;

import org.jspecify.annotations.NullMarked;
