/**
 * What makes a photo good, a set one person's and varied enough, and why not: pure judgements on
 * measurements. No framework in here.
 */
@NullMarked
package dev.likeness.validation.judging;

import org.jspecify.annotations.NullMarked;
