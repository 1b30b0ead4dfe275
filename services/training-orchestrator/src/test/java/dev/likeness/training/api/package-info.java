/** What a person is shown, without a database. */
@NullMarked
package dev.likeness.training.api;

import org.jspecify.annotations.NullMarked;
