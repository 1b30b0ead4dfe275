/**
 * Where photos nobody vouches for are opened: child processes with limits on memory and time. A
 * hostile file costs one of them, and what they answer is believed no more than the file was.
 */
@NullMarked
package dev.likeness.imaging.darkroom;

import org.jspecify.annotations.NullMarked;
