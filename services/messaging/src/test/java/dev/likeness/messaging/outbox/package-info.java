@NullMarked
package dev.likeness.messaging.outbox;

import org.jspecify.annotations.NullMarked;
