/**
 * The shell around the rules: locks a set, decides, stores what follows with its events in one
 * transaction. Also keeps the list of objects that no photo refers to.
 */
@NullMarked
package dev.likeness.upload.keeping;

import org.jspecify.annotations.NullMarked;
