/**
 * The object store: what services keep that is too large for a database. Keys are
 * {@code {space}/{random}}, so that emptying one prefix in every bucket removes all that an epoch
 * of a person left.
 */
@NullMarked
package dev.likeness.objects;

import org.jspecify.annotations.NullMarked;
