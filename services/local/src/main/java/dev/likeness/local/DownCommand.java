package dev.likeness.local;

import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.Launcher.Stopped;
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
        Stopped stopped = new Launcher(home).stop();
        if (stopped == Stopped.STILL_THERE) {
            throw new Refusal("The instance did not stop within 40 s. See " + home.log());
        }
        EmbeddedParts.stopLeftovers(home.parts());
        System.out.println(stopped == Stopped.STOPPED ? "Stopped" : "Not running on " + home.directory());
        return 0;
    }
}
