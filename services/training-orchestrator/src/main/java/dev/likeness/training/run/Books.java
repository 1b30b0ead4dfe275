package dev.likeness.training.run;

import dev.likeness.training.run.Effect.Book;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the money that is set aside for an attempt. */
final class Books {

    private Books() {}

    static List<Effect> reserve(Plan plan, int attempt) {
        return entry(attempt, Entry.RESERVE, plan.reserveMicros());
    }

    static List<Effect> release(Plan plan, int attempt) {
        return entry(attempt, Entry.RELEASE, plan.reserveMicros());
    }

    /** All of it, where nobody can know how much it really was. */
    static List<Effect> spend(Plan plan, int attempt) {
        return charge(plan, attempt, plan.reserveMicros());
    }

    static List<Effect> charge(Plan plan, int attempt, long micros) {
        List<Effect> entries = new ArrayList<>(entry(attempt, Entry.OVERRUN, micros - plan.reserveMicros()));
        entries.addAll(entry(attempt, Entry.CONSUME, micros));
        entries.addAll(entry(attempt, Entry.RELEASE, plan.reserveMicros() - micros));
        return entries;
    }

    private static List<Effect> entry(int attempt, Entry entry, long micros) {
        return micros > 0 ? List.of(new Book(attempt, entry, micros)) : List.of();
    }
}
