package dev.likeness.validation.judging;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The person's word against the verdict on one photo.
 *
 * @param against the codes they have seen and overridden; what is found later counts again
 */
public record Objection(Why why, Set<ReasonCode> against) {

    /** No free text: events carry nothing personal. The names are part of the contract. */
    public enum Why {
        TWIN_OR_LOOKALIKE,
        OLD_PHOTO,
        DIFFERENT_LOOK,
        CHECK_IS_WRONG
    }

    public Objection {
        against = Set.copyOf(against);
    }

    /** The same, or a later word, against further codes too. */
    public Objection and(Why latest, Collection<ReasonCode> further) {
        Set<ReasonCode> all = new LinkedHashSet<>(against);
        all.addAll(further);
        return new Objection(latest, all);
    }
}
