/** Portraits of one's choice as one ZIP, streamed from the store and resumable from any byte. */
@NullMarked
package dev.likeness.gallery.archiving;

import org.jspecify.annotations.NullMarked;
