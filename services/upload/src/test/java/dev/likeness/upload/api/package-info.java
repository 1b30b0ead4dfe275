/** Tests. */
@NullMarked
package dev.likeness.upload.api;

import org.jspecify.annotations.NullMarked;
