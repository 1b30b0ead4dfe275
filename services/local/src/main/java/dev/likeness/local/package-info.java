/**
 * The command a person types. Everything else is behind it: an instance, what it runs, and the
 * demo.
 */
@NullMarked
package dev.likeness.local;

import org.jspecify.annotations.NullMarked;
