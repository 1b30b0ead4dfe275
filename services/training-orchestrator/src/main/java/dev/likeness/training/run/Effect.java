package dev.likeness.training.run;

import java.time.Instant;
import java.util.Optional;

/** What follows from a move: work to queue, or others to tell. */
public sealed interface Effect {

    record PackPhotos(int attempt) implements Effect {}

    record WatchDeadline() implements Effect {}

    record Submit(int attempt) implements Effect {}

    record Settle(int attempt) implements Effect {}

    record Poll(int attempt) implements Effect {}

    /** Writes an entry about an attempt's money, in the same transaction. */
    record Book(int attempt, Entry entry, long micros) implements Effect {}

    record CancelAtProvider(String providerId) implements Effect {}

    /** Everything that was packed for the training can go. */
    record CleanUp() implements Effect {}

    record AnnounceStart(String providerId) implements Effect {}

    record AnnounceProgress(Steps steps, Optional<Instant> estimatedEnd) implements Effect {}

    /** The training has ended, as its state says. */
    record AnnounceEnd(Outcome outcome) implements Effect {}
}
