package dev.likeness.training.schedules;

import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Training;
import dev.likeness.training.schedules.SimulatedDatabase.Account;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.util.ArrayList;
import java.util.List;

/** What one step of a schedule wrote: what the checkers look at, beside the state that follows. */
final class Step {

    record Change(Row row, Training before, Training after) {}

    /** @param again whether there was such an entry before */
    record Booking(Account account, Entry entry, boolean again) {}

    final List<Change> changes = new ArrayList<>();
    final List<Booking> bookings = new ArrayList<>();
    final List<Object> handled = new ArrayList<>();

    boolean nothing() {
        return changes.isEmpty() && bookings.isEmpty() && handled.isEmpty();
    }

    void clear() {
        changes.clear();
        bookings.clear();
        handled.clear();
    }
}
