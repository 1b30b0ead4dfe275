package dev.likeness.bench.upload;

import dev.likeness.bench.Child;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Throughput beside a direct PUT, and the heap under a rush. The service has a JVM of its own; the
 * parts, and this client, have others.
 */
public final class UploadBench {

    static final int HEAP_MEGABYTES = 256;
    static final int RUSH = 200;

    private static final int PERSONS = 8;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 7;
    private static final int PHOTOS_A_ROUND = 32;
    private static final List<Integer> AT_ONCE = List.of(1, 4, 16);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Edge edge = new Edge(http);
    private final Path work = Files.createTempDirectory("upload-bench-");
    private final UploadReport report = new UploadReport();

    private UploadBench() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        Path reports = Path.of(arguments[0]);
        var bench = new UploadBench();
        bench.run();
        bench.report.write(reports);
        System.exit(0);
    }

    private void run() throws Exception {
        List<String> apicurio = List.of(
                "-Dlikeness.apicurio.home=" + System.getProperty("likeness.apicurio.home"), "-Xmx1g");
        try (Child parts = Child.start(PartsProcess.class, apicurio, List.of(), work.resolve("parts.log"))) {
            Map<String, String> settings = parts.awaitReady()
                    .stream()
                    .filter(line -> line.contains("="))
                    .map(PartsProcess::setting)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            try (Child service = service(settings)) {
                edge.at(port(service.awaitReady()));
                measure(new Store(settings), new Meter(service));
            }
        }
    }

    private Child service(Map<String, String> settings) throws IOException {
        List<String> options = List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc*:file=" + work.resolve("gc.log"));
        List<String> arguments = new ArrayList<>(edge.settings(work));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of("--server.address=127.0.0.1", "--server.port=0",
                "--upload.limits.spool-directory=" + work.resolve("spool")));
        Stream.of("validation", "training", "generation", "gallery")
                .forEach(name -> arguments.add("--upload.edge." + name + "-url=http://127.0.0.1:9"));
        return Child.start(MeteredUpload.class, options, arguments, work.resolve("service.log"));
    }

    private static int port(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("port="))
                .mapToInt(line -> Integer.parseInt(line.substring("port=".length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said.toString()));
    }

    private void measure(Store store, Meter meter) throws Exception {
        // Until the compilers are done: what they spend is not the price of a photo.
        var _ = compared(store, meter, 8, WARM_UP);
        for (int atOnce : AT_ONCE) {
            report.compared(atOnce, compared(store, meter, atOnce, ROUNDS));
        }
        rush("put", () -> {
            List<HttpRequest> requests = new ArrayList<>();
            for (int person = 0; person < PERSONS; person++) {
                requests.addAll(edge.announced(photos(RUSH / PERSONS)));
            }
            return requests;
        }, store, meter);
        rush("form", () -> photos(RUSH).stream().map(edge::form).toList(), store, meter);
    }

    /** In turns, so that what else the machine does hits both. */
    private List<Round> compared(Store store, Meter meter, int atOnce, int turns) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number < turns; number++) {
            List<HttpRequest> direct = new ArrayList<>();
            for (Photo photo : photos(PHOTOS_A_ROUND)) {
                direct.add(store.put(photo));
            }
            List<HttpRequest> through = edge.announced(photos(PHOTOS_A_ROUND));
            Sending.Result peer;
            Sending.Result ours;
            double cpu;
            if (number % 2 == 0) {
                peer = Sending.all(http, direct, atOnce);
                cpu = meter.cpuSeconds();
                ours = Sending.all(http, through, atOnce);
                cpu = meter.cpuSeconds() - cpu;
            } else {
                cpu = meter.cpuSeconds();
                ours = Sending.all(http, through, atOnce);
                cpu = meter.cpuSeconds() - cpu;
                peer = Sending.all(http, direct, atOnce);
            }
            requireAll(peer.outcomes());
            requireAll(ours.outcomes());
            var _ = store.empty();
            rounds.add(new Round(peer.megabytesPerSecond(PHOTOS_A_ROUND), ours.megabytesPerSecond(PHOTOS_A_ROUND),
                    cpu / (PHOTOS_A_ROUND * Photo.SIZE / 1e9)));
        }
        return rounds;
    }

    private static void requireAll(Map<String, Integer> outcomes) {
        if (!outcomes.equals(Map.of("200", PHOTOS_A_ROUND))) {
            throw new IllegalStateException("Not all photos were taken: " + outcomes);
        }
    }

    /** What is to be sent, prepared before the clock runs. */
    private interface Requests {

        List<HttpRequest> make() throws Exception;
    }

    private void rush(String kind, Requests requests, Store store, Meter meter) throws Exception {
        List<HttpRequest> made = requests.make();
        meter.begin();
        Sending.Result result = Sending.all(http, made, RUSH);
        report.rushed(new Rush(kind, result, meter.samples(), store.empty()));
    }

    private static List<Photo> photos(int count) {
        return Stream.generate(Photo::next).limit(count).toList();
    }
}
