/**
 * A stand-in for the provider: its HTTP API, real state on disk, portraits of real photos, no bill.
 */
@NullMarked
package dev.likeness.sandbox;

import org.jspecify.annotations.NullMarked;
