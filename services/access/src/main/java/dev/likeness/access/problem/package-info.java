/**
 * Renders every failure as problem+json, whether a controller, a filter, a route or the framework
 * raised it. Messages of unexpected exceptions never leave.
 */
@NullMarked
package dev.likeness.access.problem;

import org.jspecify.annotations.NullMarked;
