@NullMarked
package dev.likeness.local.stack;

import org.jspecify.annotations.NullMarked;
