/** Signed webhooks: hints to ask the provider now; what they say is never believed. */
@NullMarked
package dev.likeness.training.webhook;

import org.jspecify.annotations.NullMarked;
