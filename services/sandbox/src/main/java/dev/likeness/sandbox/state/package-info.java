/**
 * What survives a kill: models, trainings, predictions and files, each written before it is
 * answered for.
 */
@NullMarked
package dev.likeness.sandbox.state;

import org.jspecify.annotations.NullMarked;
