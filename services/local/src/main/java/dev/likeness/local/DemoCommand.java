package dev.likeness.local;

import dev.likeness.local.demo.Demo;
import dev.likeness.local.demo.Screen;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.Launcher.Started;
import dev.likeness.local.instance.Status;
import dev.likeness.local.stack.Tokens;
import dev.likeness.person.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", mixinStandardHelpOptions = true, description = "The whole main job: fifteen photos in, four portraits out. Uses the running instance or one of its own.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--photos", paramLabel = "DIR", description = "Your own photos instead of the demo's.")
    private @Nullable Path photos;

    @Option(names = "--add", paramLabel = "DIR", description = "Photos to send in place of refused ones, if the set is not accepted as it is.")
    private @Nullable Path add;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the portraits go (default: likeness-demo).")
    private Path out = Path.of("likeness-demo");

    @Option(names = "--user", paramLabel = "USER", description = "Who is photographed (default: a new user).")
    private @Nullable String user;

    @Override
    public Integer call() {
        Home home = where.home();
        Screen screen = new Screen(System.out, System.console() != null && System.console().isTerminal());
        Optional<Status> running = Status.running(home);
        if (running.isPresent()) {
            run(home, running.get(), screen);
            return 0;
        }
        Launcher launcher = new Launcher(home);
        screen.line("Starting an instance for the demo");
        Started started = launcher.start(where.port(), List.of(), line -> screen.line("  " + line));
        if (started.found()) {
            run(home, started.instance(), screen);
            return 0;
        }
        try {
            run(home, started.instance(), screen);
        } finally {
            screen.line(launcher.stop() == Launcher.Stopped.STOPPED
                    ? "The demo's instance has stopped; its data are in " + home.directory()
                    : "The demo's instance does not stop: likeness down");
        }
        return 0;
    }

    private void run(Home home, Status status, Screen screen) {
        String userId = user == null
                ? "demo" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000)
                : UserId.of(user).value();
        screen.line("User        " + userId);
        new Demo(status.urls().edge(), Tokens.issue(home, userId, false), screen, Demo.folder(out))
                .run(Optional.ofNullable(photos), Optional.ofNullable(add));
    }
}
