/**
 * What the provider is asked for, as ports, and how it is asked over HTTP. The only package that\n
 * * knows its API.
 */
@NullMarked
package dev.likeness.generation.provider;

import org.jspecify.annotations.NullMarked;
