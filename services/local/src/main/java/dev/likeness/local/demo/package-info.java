/** The whole main job as a person would do it, through HTTP alone. */
@NullMarked
package dev.likeness.local.demo;

import org.jspecify.annotations.NullMarked;
