/** How many calls the account may make, and how the answers say so. */
@NullMarked
package dev.likeness.sandbox.limits;

import org.jspecify.annotations.NullMarked;
