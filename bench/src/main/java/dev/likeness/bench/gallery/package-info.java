/**
 * A gallery of five thousand portraits among many others': its pages beside the same statement by
 * JDBC, its archive beside the store.
 */
@NullMarked
package dev.likeness.bench.gallery;

import org.jspecify.annotations.NullMarked;
