/**
 * The edge: one origin for every client. Routes to the other services, and the documentation of all
 * of them.
 */
@NullMarked
package dev.likeness.upload.edge;

import org.jspecify.annotations.NullMarked;
