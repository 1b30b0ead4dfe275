package dev.likeness.local;

import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Probe;
import dev.likeness.local.instance.Status;
import dev.likeness.local.instance.Status.Urls;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", mixinStandardHelpOptions = true, description = "Says whether it runs and where. Exit code 3: not running; 4: a service is not well.")
final class StatusCommand implements Callable<Integer> {

    private static final int HTTP_OK = 200;

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "For programs, with the secrets of this local instance.")
    private boolean json;

    @Override
    public Integer call() {
        Home home = where.home();
        Optional<Status> running = Status.running(home);
        if (running.isEmpty()) {
            System.out.println(json ? "{}" : "Not running on " + home.directory());
            return 3;
        }
        Urls urls = running.get().urls();
        if (json) {
            System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(urls));
            return 0;
        }
        System.out.println("edge        " + urls.edge());
        System.out.println("kafka       " + urls.kafka());
        System.out.println("registry    " + urls.registry());
        System.out.println("store       " + urls.objectStore().endpoint());
        System.out.println("provider    " + urls.provider().baseUrl());
        boolean well = true;
        for (var service : urls.services().entrySet()) {
            boolean ready = isReady(service.getValue());
            well &= ready;
            System.out.printf("%-11s %s  %s%n", service.getKey(), service.getValue(), ready ? "ready" : "NOT READY");
        }
        return well ? 0 : 4;
    }

    private static boolean isReady(String url) {
        return Probe.statusOf(URI.create(url + "/actuator/health/readiness")).orElse(0) == HTTP_OK;
    }
}
