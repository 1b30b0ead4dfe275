/**
 * How events look on the wire: Avro in the Confluent format, CloudEvents headers, schemas in the
 * registry.
 */
@NullMarked
package dev.likeness.messaging.wire;

import org.jspecify.annotations.NullMarked;
