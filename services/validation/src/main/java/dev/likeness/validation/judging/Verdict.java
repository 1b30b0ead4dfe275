package dev.likeness.validation.judging;

import java.util.Comparator;
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

    /** What speaks against it comes before what was only noticed. */
    record Rejected(List<Reason> reasons) implements Final {

        public Rejected {
            reasons = reasons.stream().sorted(Comparator.comparing(Reason::warning)).toList();
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
