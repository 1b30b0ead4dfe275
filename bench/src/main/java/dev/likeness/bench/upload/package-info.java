/** Sending photos through the upload service beside sending them straight to its store. */
@NullMarked
package dev.likeness.bench.upload;

import org.jspecify.annotations.NullMarked;
