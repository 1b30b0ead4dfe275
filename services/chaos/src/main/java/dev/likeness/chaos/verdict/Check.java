package dev.likeness.chaos.verdict;

import java.util.List;

/**
 * One thing that must not be found.
 *
 * @param found the ids it was found at, or what was found
 */
public record Check(String what, List<String> found) {

    public Check {
        found = List.copyOf(found);
    }

    public boolean holds() {
        return found.isEmpty();
    }

    @Override
    public String toString() {
        return what + ": " + found.size() + (found.isEmpty() ? "" : " " + found.subList(0, Math.min(5, found.size())));
    }
}
