/** The HTTP routes of uploads and of the person. */
@NullMarked
package dev.likeness.upload.api;

import org.jspecify.annotations.NullMarked;
