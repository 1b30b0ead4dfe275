@NullMarked
package dev.likeness.local;

import org.jspecify.annotations.NullMarked;
