package dev.likeness.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending processes that are not, or no longer, our children. */
final class Processes {

    private Processes() {}

    /** True once the process is gone, false if it still runs after the wait. */
    static boolean ends(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartUnavailable("Interrupted while waiting for process " + process.pid() + " to end.", e);
        }
    }

    /**
     * Sends INT or QUIT, which Java itself can't; through the shell because small systems have no kill
     * program.
     */
    static void signal(String signal, ProcessHandle process) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!ends(kill.toHandle(), Duration.ofSeconds(5))) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new PartUnavailable("Process " + process.pid() + " can't be stopped: " + e.getMessage()
                    + ". Stop it by hand.", e);
        }
    }
}
