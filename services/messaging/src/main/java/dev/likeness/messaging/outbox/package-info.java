/** What was decided, until the broker has it: the outbox, its relay and its archive. */
@NullMarked
package dev.likeness.messaging.outbox;

import org.jspecify.annotations.NullMarked;
