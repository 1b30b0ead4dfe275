/** The fence against what is over: every person's epoch, and the purge of what is older. */
@NullMarked
package dev.likeness.messaging.epoch;

import org.jspecify.annotations.NullMarked;
