package dev.likeness.validation.judging;

import java.util.List;

/**
 * What a set came to.
 *
 * @param verdicts on each photo, in the order of the set
 * @param reasons of the set as a whole: why it is refused, or hints beside its acceptance
 */
public record Evaluation(List<Verdict.Final> verdicts, List<Reason> reasons, Coverage coverage) {

    public Evaluation {
        verdicts = List.copyOf(verdicts);
        reasons = List.copyOf(reasons);
    }

    public boolean accepted() {
        return reasons.stream().allMatch(Reason::warning);
    }
}
