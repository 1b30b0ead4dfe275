/**
 * What a set of photos is and which moves it allows. Java only: what the schedules of the tests run
 * is what runs.
 */
@NullMarked
package dev.likeness.upload.set;

import org.jspecify.annotations.NullMarked;
