package dev.likeness.sandbox.running;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Slow work beside the tick, on virtual threads; the same chore is never done twice at a time. */
@Component
public class Chores implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** A chore may be interrupted when the application stops; the next start finds it undone. */
    @FunctionalInterface
    public interface Chore {
        void run() throws InterruptedException;
    }

    /** Starts the chore unless it is under way. */
    public void start(String name, Chore chore) {
        if (underWay.add(name)) {
            executor.execute(() -> {
                try {
                    chore.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    log.warn("{} failed", name, e);
                } finally {
                    underWay.remove(name);
                }
            });
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
