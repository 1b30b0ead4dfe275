package dev.likeness.chaos.parts;

import java.io.IOException;
import java.util.Arrays;
import java.util.logging.LogManager;

/**
 * Runs another program's main class for as long as whoever started this process lives: when the
 * runner is killed, its end of the standard input closes, and nothing is left behind.
 */
final class UnderWatch {

    private UnderWatch() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        // What logs through the JDK writes each schema it reads to the screen.
        LogManager.getLogManager().reset();
        Thread.ofPlatform().daemon().name("watch").start(UnderWatch::awaitEnd);
        Class.forName(arguments[0])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException closed) {
            // as good as the end
        }
        Runtime.getRuntime().halt(1);
    }
}
