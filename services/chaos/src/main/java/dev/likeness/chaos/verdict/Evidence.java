package dev.likeness.chaos.verdict;

import java.util.List;

/** All that is known at the end of a run. */
public record Evidence(List<Request> requests, List<Accepted> ledger, List<Stored> stored,
        List<Announcement> announcements, Leftovers leftovers) {

    public Evidence {
        requests = List.copyOf(requests);
        ledger = List.copyOf(ledger);
        stored = List.copyOf(stored);
        announcements = List.copyOf(announcements);
    }
}
