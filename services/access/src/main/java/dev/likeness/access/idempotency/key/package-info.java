/**
 * What a repeated request gets: pure rules over what is stored of the first one. No framework in
 * here.
 */
@NullMarked
package dev.likeness.access.idempotency.key;

import org.jspecify.annotations.NullMarked;
