/** Tests. */
@NullMarked
package dev.likeness.upload.edge;

import org.jspecify.annotations.NullMarked;
