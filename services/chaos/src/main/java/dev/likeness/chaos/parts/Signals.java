package dev.likeness.chaos.parts;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java itself can't send; through the shell, which every system has. */
final class Signals {

    private Signals() {}

    static void send(String signal, long process) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("Process " + process + " can't be sent " + signal);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
