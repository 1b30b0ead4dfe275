package dev.likeness.local;

import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.Launcher.Started;
import dev.likeness.local.instance.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts everything and returns when it is ready.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of any service; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        Home home = where.home();
        Started started = new Launcher(home).start(where.port(), settings.stream().map(set -> "--" + set).toList(),
                line -> System.out.println("  " + line));
        Status.Urls urls = started.instance().urls();
        System.out.println(started.found()
                ? "Already running: " + urls.edge()
                : "Ready: " + urls.edge() + "  (docs: " + urls.edge() + "/swagger-ui.html, provider: "
                        + urls.provider().baseUrl() + ", log: " + home.log() + ")");
        return 0;
    }
}
