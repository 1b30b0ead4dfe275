package dev.likeness.validation.judging;

import java.util.List;

/** What is known of a photo. */
public sealed interface Verdict {

    record Pending() implements Verdict {}

    /** A verdict that stays. */
    sealed interface Final extends Verdict {

        List<Reason> reasons();
    }

    /** Good to train on; the reasons are warnings. */
    record Accepted(List<Reason> reasons) implements Final {

        public Accepted {
            reasons = List.copyOf(reasons);
        }
    }

    record Rejected(List<Reason> reasons) implements Final {

        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.stream().allMatch(Reason::warning)) {
                throw new IllegalArgumentException("A photo is rejected for a reason");
            }
        }
    }

    /** Rejected if one of the reasons is more than a warning. */
    static Final of(List<Reason> reasons) {
        return reasons.stream().allMatch(Reason::warning) ? new Accepted(reasons) : new Rejected(reasons);
    }
}
