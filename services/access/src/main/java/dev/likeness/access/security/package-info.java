/**
 * Turns a bearer token into a {@link dev.likeness.access.Caller}, and says to whom it can't. Denies
 * by default.
 */
@NullMarked
package dev.likeness.access.security;

import org.jspecify.annotations.NullMarked;
