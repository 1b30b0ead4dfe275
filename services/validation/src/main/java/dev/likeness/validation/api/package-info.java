/** The report as its owner sees it. */
@NullMarked
package dev.likeness.validation.api;

import org.jspecify.annotations.NullMarked;
