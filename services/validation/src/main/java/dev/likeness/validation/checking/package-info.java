/** Looking at one photo: from its bytes to a verdict, and to the copy that a training reads. */
@NullMarked
package dev.likeness.validation.checking;

import org.jspecify.annotations.NullMarked;
