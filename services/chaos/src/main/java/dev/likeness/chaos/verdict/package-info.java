/** What was asked for, paid, stored and told, laid side by side: nothing but values. */
@NullMarked
package dev.likeness.chaos.verdict;

import org.jspecify.annotations.NullMarked;
