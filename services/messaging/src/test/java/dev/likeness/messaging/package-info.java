@NullMarked
package dev.likeness.messaging;

import org.jspecify.annotations.NullMarked;
