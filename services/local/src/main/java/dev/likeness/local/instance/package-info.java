/**
 * One instance on one data directory: where its files are, how it is started, found and stopped.
 */
@NullMarked
package dev.likeness.local.instance;

import org.jspecify.annotations.NullMarked;
