/**
 * Lets a creating request take effect once, however often the client repeats it under one
 * {@code Idempotency-Key}. A service with a database imports
 * {@link dev.likeness.access.idempotency.IdempotencyConfiguration} and the migrations in
 * {@code db/access}.
 */
@NullMarked
package dev.likeness.access.idempotency;

import org.jspecify.annotations.NullMarked;
