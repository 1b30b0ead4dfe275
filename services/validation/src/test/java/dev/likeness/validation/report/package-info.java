@NullMarked
package dev.likeness.validation.report;

import org.jspecify.annotations.NullMarked;
