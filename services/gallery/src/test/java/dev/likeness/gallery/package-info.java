@NullMarked
package dev.likeness.gallery;

import org.jspecify.annotations.NullMarked;
