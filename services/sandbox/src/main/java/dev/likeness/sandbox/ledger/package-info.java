/** Everything that was ever accepted, in order: what would have been paid for. */
@NullMarked
package dev.likeness.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
