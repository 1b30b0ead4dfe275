/**
 * Real Kafka, PostgreSQL, Apicurio Registry and an S3 store without Docker: for tests, and for
 * running everything on one machine with data that survives restarts and a kill -9. Everything
 * listens on 127.0.0.1 only.
 */
@NullMarked
package dev.likeness.embedded;

import org.jspecify.annotations.NullMarked;
