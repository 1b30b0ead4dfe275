/**
 * PURE. The only way to the words that the provider is sent: a prompt begins with the trigger word
 * of its person, holds it once, and holds nothing but a description.
 */
@NullMarked
package dev.likeness.generation.prompt;

import org.jspecify.annotations.NullMarked;
