@NullMarked
package dev.likeness.gallery.api;

import org.jspecify.annotations.NullMarked;
