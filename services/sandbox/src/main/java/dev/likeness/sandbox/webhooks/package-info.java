/** Signed webhooks: which are sent, and when again. */
@NullMarked
package dev.likeness.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
