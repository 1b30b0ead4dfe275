/**
 * Who calls, what they may do, and how a refusal reads: what every service's HTTP face has in
 * common. A service imports {@link dev.likeness.access.AccessConfiguration}.
 */
@NullMarked
package dev.likeness.access;

import org.jspecify.annotations.NullMarked;
