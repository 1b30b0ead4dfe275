package dev.likeness.messaging.work;

import dev.likeness.messaging.Lease;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.work.WorkRows.Claimed;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

class RowLease implements Lease {

    private final WorkRows rows;
    private final Transactions transactions;
    private final Claimed claimed;
    private final boolean outlivesEpoch;

    RowLease(WorkRows rows, Transactions transactions, Claimed claimed, boolean outlivesEpoch) {
        this.rows = rows;
        this.transactions = transactions;
        this.claimed = claimed;
        this.outlivesEpoch = outlivesEpoch;
    }

    @Override
    public <T> Mono<T> commit(Supplier<Mono<T>> work) {
        // The person first and the job second, as everywhere: two orders would wait for each other.
        return transactions.run(() -> (outlivesEpoch ? Mono.just(true) : rows.epochHolds(claimed.job().person()))
                .flatMap(holds -> holds
                        ? rows.lock(claimed)
                        : Mono.error(new EpochOver("Epoch " + claimed.job().person().epoch().value() + " is over")))
                .flatMap(ours -> ours
                        ? work.get()
                        : Mono.error(new LeaseLost("Another worker has " + claimed.job().kind()))));
    }
}
