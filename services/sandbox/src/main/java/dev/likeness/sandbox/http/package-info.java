/** What every route shares: the token, problem bodies, absolute addresses, pages. */
@NullMarked
package dev.likeness.sandbox.http;

import org.jspecify.annotations.NullMarked;
