/** Each part starts, does its job and has its data again after a restart and a kill -9. */
@NullMarked
package dev.likeness.embedded;

import org.jspecify.annotations.NullMarked;
