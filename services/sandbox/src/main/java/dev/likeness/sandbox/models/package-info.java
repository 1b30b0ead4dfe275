/** Models and their versions: made, read, listed, removed. */
@NullMarked
package dev.likeness.sandbox.models;

import org.jspecify.annotations.NullMarked;
