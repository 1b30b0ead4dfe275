/**
 * How a service takes events in and lets events out: each event takes effect once, what a
 * transaction decided is published after it, and slow work is done under leases. Handlers see none
 * of Kafka.
 */
@NullMarked
package dev.likeness.messaging;

import org.jspecify.annotations.NullMarked;
