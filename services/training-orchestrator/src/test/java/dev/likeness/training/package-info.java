/** The whole service on real parts, with the sandbox as the provider. */
@NullMarked
package dev.likeness.training;

import org.jspecify.annotations.NullMarked;
