package dev.likeness.local;

import dev.likeness.local.instance.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints the end of the instance's log.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = {"-n",
            "--lines"}, defaultValue = "100", description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines = 100;

    @Override
    public Integer call() {
        Home home = where.home();
        if (lines < 1) {
            throw new Refusal("At least one line is printed, not " + lines + ".");
        }
        if (Files.notExists(home.log())) {
            throw new Refusal("There is no log in " + home.directory() + " yet. Start it with: likeness up");
        }
        try (var all = Files.lines(home.log())) {
            List<String> last = all.collect(java.util.ArrayDeque<String>::new, (kept, line) -> {
                if (kept.size() == lines) {
                    kept.removeFirst();
                }
                kept.add(line);
            }, java.util.ArrayDeque::addAll).stream().toList();
            last.forEach(System.out::println);
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
