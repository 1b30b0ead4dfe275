@NullMarked
package dev.likeness.local.instance;

import org.jspecify.annotations.NullMarked;
