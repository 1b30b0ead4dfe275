/** Slow work under leases, and who does it. */
@NullMarked
package dev.likeness.messaging.work;

import org.jspecify.annotations.NullMarked;
