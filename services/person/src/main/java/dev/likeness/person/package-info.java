/**
 * Whom everything is about: the person's id, epoch and space, and the one word that stands for them
 * in a prompt.
 */
@NullMarked
package dev.likeness.person;

import org.jspecify.annotations.NullMarked;
