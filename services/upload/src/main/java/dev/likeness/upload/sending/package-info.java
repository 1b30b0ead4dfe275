/**
 * Photos on their way in: measured while they stream to the store, and recorded only once they are
 * what was announced.
 */
@NullMarked
package dev.likeness.upload.sending;

import org.jspecify.annotations.NullMarked;
