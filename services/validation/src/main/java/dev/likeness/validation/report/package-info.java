/** What a report on a set of photos is, and which moves it allows. No framework in here. */
@NullMarked
package dev.likeness.validation.report;

import org.jspecify.annotations.NullMarked;
