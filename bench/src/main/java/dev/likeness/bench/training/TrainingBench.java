package dev.likeness.bench.training;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.bench.Child;
import dev.likeness.bench.Figures;
import dev.likeness.bench.Machine;
import dev.likeness.bench.training.CrowdedProvider.Calls;
import dev.likeness.bench.training.TrainingTables.Lateness;
import dev.likeness.bench.training.TrainingTables.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ten thousand trainings in one orchestrator: memory, the database's load, how late it looks. */
public final class TrainingBench {

    private static final int HEAP_MEGABYTES = 512;
    private static final int TRAININGS = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(240);
    private static final Duration LOOKS_WITHIN = Duration.ofSeconds(500);

    private final Path work = Files.createTempDirectory("training-bench-");
    private final double loadBefore = Machine.load();

    private TrainingBench() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        String report = new TrainingBench().run();
        System.out.print(report);
        Files.writeString(Path.of(arguments[0], "training.md"), report);
        System.exit(0);
    }

    private String run() throws Exception {
        List<String> apicurio = List.of(
                "-Dlikeness.apicurio.home=" + System.getProperty("likeness.apicurio.home"), "-Xmx1g");
        try (CrowdedProvider provider = new CrowdedProvider(TRAININGS);
                Child parts = Child.start(TrainingParts.class, apicurio, List.of(work.resolve("postgres").toString()),
                        work.resolve("parts.log"))) {
            Map<String, String> settings = parts.awaitReady()
                    .stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            try (Child service = service(settings, provider);
                    TrainingTables tables = new TrainingTables(TrainingParts.root(
                            settings.getOrDefault("spring.flyway.url", ""),
                            settings.getOrDefault("spring.flyway.password", "")))) {
                var _ = service.awaitReady();
                tables.fill(TRAININGS, provider.acceptedAt(0), provider.acceptedAt(TRAININGS), LOOKS_WITHIN);
                return measure(provider, service, tables);
            }
        }
    }

    private Child service(Map<String, String> settings, CrowdedProvider provider) throws IOException {
        List<String> options = List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc*:file=" + work.resolve("gc.log"));
        Path key = Files.writeString(work.resolve("public.jwk"),
                TokenSigner.random(Clock.systemUTC()).publicJwk());
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of("--server.address=127.0.0.1", "--server.port=0",
                "--likeness.access.issuer=https://issuer.bench", "--likeness.access.audience=likeness",
                "--likeness.access.public-key=" + key, "--training.provider.base-url=" + provider.url(),
                "--training.provider.token=r8_bench", "--training.provider.owner=likeness"));
        return Child.start(MeteredTraining.class, options, arguments, work.resolve("service.log"));
    }

    private String measure(CrowdedProvider provider, Child service, TrainingTables tables) throws Exception {
        Thread.sleep(WARM_UP);
        Sample before = sample(service);
        tables.begin();
        Calls callsBefore = provider.calls();
        long start = System.nanoTime();
        Thread.sleep(MEASURED);
        double seconds = (System.nanoTime() - start) / 1e9;
        Load load = tables.load();
        Lateness lateness = tables.lateness();
        Calls calls = provider.calls();
        double[] unheard = tables.unheardSeconds();
        double[] endings = tables.endedLateSeconds(CrowdedProvider.LASTS);
        Sample after = sample(service);
        return Figures.of(
                """
                        # Ten thousand trainings in one orchestrator

                        %s. Load average %.1f before, %.1f after; what is above the number of processors came from others. Service: a
                        JVM of its own with -Xmx%dm. The broker, the store and a database that forces every commit to the disk share
                        the machine. The provider is a stand-in in the measuring process, which answers each call after 80 ms as the
                        provider does, list and single trainings with their logs: the sandbox would keep the photos of 10,000
                        trainings. They run for 35 minutes each and were accepted one after the other in the half hour before, so
                        that they end one after the other while this is measured: %.0f seconds, after %d seconds to warm up.

                        | memory | MB |
                        |---|---|
                        | heap after a collection, at the beginning and at the end | %.0f, %.0f |
                        | heap before that collection | %.0f |
                        | Netty's direct memory | %.0f |
                        | resident, at the end | %.0f |

                        | a second | |
                        |---|---|
                        | processor of the service | %.2f |
                        | statements, BEGIN and COMMIT among them (pg_stat_statements) | %.0f |
                        | transactions (pg_stat_database) | %.0f |
                        | rows written | %.0f |
                        | the database's own time for them | %.3f |

                        | calls of the provider a minute, of 2,400 it may be | |
                        |---|---|
                        | looks at one training | %.0f |
                        | of them at one that has ended | %.0f |
                        | pages of the list | %.0f |

                        | seconds | median | 99 %% | most |
                        |---|---|---|---|
                        | from the time a look was due to its start, %d looks | %.2f | %.2f | %.2f |
                        | since a running training was last heard from | %.0f | %.0f | %.0f |
                        | from a training's end at the provider to its end here | %.0f | %.0f | %.0f |
                        """,
                Machine.line(), loadBefore, Machine.load(), HEAP_MEGABYTES, seconds, WARM_UP.toSeconds(),
                before.after() / 1e6, after.after() / 1e6, after.before() / 1e6, after.direct() / 1e6,
                resident(service) / 1e6, (after.cpu() - before.cpu()) / 1e9 / seconds, load.statements() / seconds,
                load.transactions() / seconds, load.rowsWritten() / seconds, load.milliseconds() / 1000 / seconds,
                (calls.looks() - callsBefore.looks()) * 60 / seconds,
                (calls.ended() - callsBefore.ended()) * 60 / seconds,
                (calls.pages() - callsBefore.pages()) * 60 / seconds, lateness.looks(), lateness.median(),
                lateness.p99(), lateness.most(), unheard[0], unheard[1], unheard[2], endings[0], endings[1],
                endings[2]);
    }

    /** Bytes of heap before and after a collection, of direct memory, nanoseconds of processor. */
    private record Sample(double before, double after, double direct, double cpu) {}

    private static Sample sample(Child service) {
        service.nudge();
        String line = service.line().orElseThrow(() -> new IllegalStateException("The service has ended"));
        while (!line.startsWith("sample ")) {
            line = service.line().orElseThrow(() -> new IllegalStateException("The service has ended"));
        }
        String[] figures = line.split(" ", -1);
        return new Sample(Double.parseDouble(figures[1]), Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]), Double.parseDouble(figures[4]));
    }

    private static double resident(Child service) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status"))
                .stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }
}
