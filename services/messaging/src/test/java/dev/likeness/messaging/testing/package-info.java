/** What other modules test with: events put in, events seen to come out. */
@NullMarked
package dev.likeness.messaging.testing;

import org.jspecify.annotations.NullMarked;
