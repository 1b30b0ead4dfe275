package dev.likeness.validation.checking;

import dev.likeness.validation.report.Reason;
import java.util.Optional;

/** One thing that a photo is held against. */
@FunctionalInterface
interface PhotoCheck<S extends Subject> {

    /** What is wrong, with the measured figure and the limit; empty where all is well. */
    Optional<Reason> look(S photo);
}
