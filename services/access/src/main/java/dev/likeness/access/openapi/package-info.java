/** What the OpenAPI page of every service says alike: the token, the server, the problems. */
@NullMarked
package dev.likeness.access.openapi;

import org.jspecify.annotations.NullMarked;
