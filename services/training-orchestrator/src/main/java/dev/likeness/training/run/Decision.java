package dev.likeness.training.run;

import java.util.ArrayList;
import java.util.List;

/** The state that follows, and what the shell has to do about it in the same transaction. */
public record Decision(Training next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** And more to do. */
    Decision and(List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Decision(next, all);
    }

    static Decision become(Training next, Effect... effects) {
        return new Decision(next, List.of(effects));
    }
}
