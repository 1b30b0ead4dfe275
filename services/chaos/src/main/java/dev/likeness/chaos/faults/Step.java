package dev.likeness.chaos.faults;

import java.util.List;

/**
 * A strike with what goes on meanwhile.
 *
 * @param jobs trainings asked for while it strikes
 * @param faults what the provider does wrong from its beginning on
 */
public record Step(Strike strike, int jobs, List<ProviderFault> faults) {

    public Step {
        faults = List.copyOf(faults);
    }
}
