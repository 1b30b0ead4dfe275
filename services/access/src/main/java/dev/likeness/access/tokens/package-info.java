/** Issues tokens for a local instance and for tests; a deployment has an issuer of its own. */
@NullMarked
package dev.likeness.access.tokens;

import org.jspecify.annotations.NullMarked;
