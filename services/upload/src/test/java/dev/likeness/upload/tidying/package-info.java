/** Tests. */
@NullMarked
package dev.likeness.upload.tidying;

import org.jspecify.annotations.NullMarked;
