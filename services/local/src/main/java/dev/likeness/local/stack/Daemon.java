package dev.likeness.local.stack;

import dev.likeness.embedded.PartUnavailable;
import dev.likeness.local.Refusal;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.ProcessMark;
import dev.likeness.local.instance.Status;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of an instance. What it prints is read by the command that started it. */
public final class Daemon {

    private Daemon() {}

    /** Arguments: data directory, port of the edge, then settings in the form {@code --name=value}. */
    public static void main(String[] arguments) {
        Home home = Home.at(Path.of(arguments[0]));
        PrintStream out = System.out;
        List<String> settings = List.of(Arrays.copyOfRange(arguments, 2, arguments.length));
        try {
            Stack stack = Stack.start(home, Integer.parseInt(arguments[1]), settings, out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            new Status(ProcessMark.of(ProcessHandle.current()), stack.urls()).write(home);
            out.println(Launcher.READY);
        } catch (PartUnavailable | Refusal refused) {
            fail(out, refused.getMessage(), refused);
        } catch (RuntimeException failed) {
            fail(out, "The instance could not start (" + failed.getClass().getSimpleName() + "). See " + home.log(),
                    failed);
        }
    }

    private static void fail(PrintStream out, @org.jspecify.annotations.Nullable String sentence, Throwable cause) {
        Logger log = LoggerFactory.getLogger(Daemon.class);
        log.error("The instance could not start", cause);
        out.println(Launcher.FAILED + sentence);
        System.exit(1);
    }
}
