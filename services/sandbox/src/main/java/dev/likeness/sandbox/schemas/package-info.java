/** The input schemas of versions, and checking an input against them. */
@NullMarked
package dev.likeness.sandbox.schemas;

import org.jspecify.annotations.NullMarked;
