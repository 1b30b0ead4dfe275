package dev.likeness.local;

import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.Status;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops it; its data stay.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Override
    public Integer call() {
        Home home = where.home();
        Optional<Status> running = Status.living(home);
        if (running.isEmpty()) {
            EmbeddedParts.stopLeftovers(home.parts());
            System.out.println("Not running on " + home.directory());
            return 0;
        }
        if (!new Launcher(home).stop(running.get())) {
            throw new Refusal("Process " + running.get().process() + " did not stop within 40 s. See " + home.log());
        }
        System.out.println("Stopped");
        return 0;
    }
}
