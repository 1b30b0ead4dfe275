package dev.likeness.training;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.training.run.Allowance;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Pace;
import dev.likeness.training.run.Plan;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * The money of trainings: what is set aside, spent and given back, by days in UTC. A training
 * counts on the day it was requested on, whenever it ends. All of it, but for the pace, belongs
 * into a transaction.
 */
public interface Spending {

    /**
     * What may still be spent on the day of that time, which stays locked for the surrounding
     * transaction: nobody else sets anything aside on it meanwhile.
     */
    Mono<Allowance> allowance(Person person, Instant at);

    /**
     * The same to be told and not to be spent: it locks nothing, and may be otherwise a moment later.
     */
    Mono<Allowance> outlook(Person person, Instant at);

    /** Writes an entry; fails where the person's epoch is over, or where there is such an entry. */
    Mono<Void> book(Plan plan, int attempt, Entry entry, long micros);

    /** A training was refused for want of what may be spent. */
    void refused();

    /**
     * Closes what is open of a person's older epochs, as spent where the provider may have been called,
     * and lets go of the person's name; the entries stay. Their trainings are to be locked before and
     * deleted after.
     */
    Mono<Void> close(UserId userId, Epoch current);

    /** How long trainings took of late. */
    Mono<Pace> pace();
}
