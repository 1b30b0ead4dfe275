/** Events coming in: each once, in order, and those that can't be handled as dead letters. */
@NullMarked
package dev.likeness.messaging.inbox;

import org.jspecify.annotations.NullMarked;
