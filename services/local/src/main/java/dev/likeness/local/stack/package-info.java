/** What an instance runs, in one JVM: the parts, the sandbox and the five services. */
@NullMarked
package dev.likeness.local.stack;

import org.jspecify.annotations.NullMarked;
