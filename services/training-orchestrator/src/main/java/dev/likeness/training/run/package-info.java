/**
 * What a training is and which moves it allows, so that one request costs at most one paid
 * training. No framework, no clock, no provider in here.
 */
@NullMarked
package dev.likeness.training.run;

import org.jspecify.annotations.NullMarked;
