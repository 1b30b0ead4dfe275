/** What several tests stand on: the provider's stand-in, and the service on real parts. */
@NullMarked
package dev.likeness.generation.testing;

import org.jspecify.annotations.NullMarked;
