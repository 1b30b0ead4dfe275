package dev.likeness.messaging.work;

import dev.likeness.messaging.AfterCommit;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.WorkHandler;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The workers of one instance, one per kind. */
class Workers implements SmartLifecycle, AfterCommit {

    private final List<Worker> workers;

    Workers(List<WorkHandler> handlers, WorkRows rows, Transactions transactions,
            MessagingProperties.Worker settings) {
        this.workers = handlers.stream().map(handler -> new Worker(handler, rows, transactions, settings)).toList();
    }

    @Override
    public void start() {
        workers.forEach(Worker::start);
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
    }

    @Override
    public boolean isRunning() {
        return workers.stream().anyMatch(Worker::isRunning);
    }

    @Override
    public void wake() {
        workers.forEach(Worker::wake);
    }
}
