/** Tests. */
@NullMarked
package dev.likeness.upload.judging;

import org.jspecify.annotations.NullMarked;
