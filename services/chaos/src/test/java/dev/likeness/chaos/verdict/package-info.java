@NullMarked
package dev.likeness.chaos.verdict;

import org.jspecify.annotations.NullMarked;
