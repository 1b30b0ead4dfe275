/** Uploaded files, which a training may take as its input. */
@NullMarked
package dev.likeness.sandbox.files;

import org.jspecify.annotations.NullMarked;
