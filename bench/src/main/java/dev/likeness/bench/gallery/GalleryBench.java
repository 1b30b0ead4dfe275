package dev.likeness.bench.gallery;

import dev.likeness.bench.Figures;
import dev.likeness.bench.Machine;
import dev.likeness.bench.gallery.GalleryPictures.Packed;
import dev.likeness.bench.gallery.GalleryRows.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages, an archive and thumbnails of a large gallery. */
public final class GalleryBench {

    private static final int WARM_UP = 300;
    private static final int ROUNDS = 200;
    private static final int AT_ONCE = 8;
    private static final Pattern INDEX = Pattern
            .compile("(?:Index Scan|Index Only Scan|Bitmap Index Scan).*? (portrait_\\w+)");

    private static final Pattern ROWS = Pattern.compile("actual rows=(\\d+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final double loadBefore = Machine.load();
    private final StringBuilder report = new StringBuilder();
    private final RunningGallery gallery;
    private final GalleryRows rows;

    private GalleryBench(RunningGallery gallery, Connection database) {
        this.gallery = gallery;
        this.rows = new GalleryRows(database);
    }

    public static void main(String[] arguments) throws Exception {
        try (RunningGallery gallery = new RunningGallery(GalleryRows.PERSON);
                Connection database = gallery.database()) {
            String report = new GalleryBench(gallery, database).run(new GalleryPictures(gallery, database));
            System.out.print(report);
            Files.writeString(Path.of(arguments[0], "gallery.md"), report);
        }
        System.exit(0);
    }

    private String run(GalleryPictures pictures) throws Exception {
        rows.fill();
        for (int i = 0; i < WARM_UP; i++) {
            Page page = GalleryRows.PAGES.get(i % GalleryRows.PAGES.size());
            var _ = gallery.drain("/v1/gallery" + page.query());
            var _ = rows.read(page);
        }
        pages();
        together();
        stability("");
        stability("sort=likeness&");
        plans();
        archive(pictures.measure());
        return Figures.of(
                """
                        # A gallery of 5,000 portraits

                        `bench/run gallery`. %s. Load average %.1f before, %.1f after; what is above the number of processors came from
                        others. One person has %,d portraits among %,d of 500 others. The service, its database and its client share the
                        machine and one JVM; a page is 50 portraits with all that the list says of each.

                        %s""",
                Machine.line(), loadBefore, Machine.load(), GalleryRows.OWN, GalleryRows.OTHERS, report);
    }

    /** In turns, so that whoever else is busy slows both. */
    private void pages() throws Exception {
        report.append(
                """
                        ## Pages

                        Milliseconds from the request's start to the answer's last byte on the loopback, token, JSON and all, by those of
                        the same statement by JDBC, every column read, in turns.

                        | first page | service: median | 99 % | most | JDBC: median | ratio | limit |
                        |---|---|---|---|---|---|---|
                        """);
        for (Page page : GalleryRows.PAGES) {
            double[] service = new double[ROUNDS];
            double[] jdbc = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                service[i] = milliseconds(() -> gallery.drain("/v1/gallery" + page.query()));
                jdbc[i] = milliseconds(() -> rows.read(page));
            }
            Arrays.sort(service);
            report.append(Figures.of("| %s | **%.1f** | %.1f | %.1f | %.2f | %.1f | 50 |%n", page.name(),
                    Figures.median(service), service[ROUNDS * 99 / 100], service[ROUNDS - 1], Figures.median(jdbc),
                    Figures.median(service) / Figures.median(jdbc)));
        }
    }

    private void together() throws Exception {
        List<Callable<double[]>> clients = IntStream.range(0, AT_ONCE).<Callable<double[]>>mapToObj(_ -> () -> {
            double[] times = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                times[i] = milliseconds(() -> gallery.drain("/v1/gallery"));
            }
            return times;
        }).toList();
        List<Double> all = new ArrayList<>();
        double seconds;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (var times : threads.invokeAll(clients)) {
                Arrays.stream(times.get()).forEach(all::add);
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        report.append(Figures.of("""

                %d clients at once: %.0f first pages a second, median %.1f ms, 99 %% within %.1f ms.

                """, AT_ONCE, all.size() / seconds, Figures.median(sorted), sorted[sorted.length * 99 / 100]));
    }

    /** Walks all pages while one more portrait arrives before each, ahead of all in this order. */
    private void stability(String sort) throws Exception {
        Set<String> before = new HashSet<>(walk(sort, 0));
        List<String> seen = walk(sort, 1);
        Set<String> once = new HashSet<>(seen);
        long missed = before.stream().filter(id -> !once.contains(id)).count();
        report.append(Figures.of(
                "All pages%s while a portrait arrives before each: %,d seen, %d of them twice, %d of those before missed.%n%n",
                sort.isEmpty() ? ", newest first," : ", by likeness,", seen.size(), seen.size() - once.size(), missed));
    }

    private List<String> walk(String sort, int arriving) throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; !cursor.equals("null"); page++) {
            JsonNode answer = JsonMapper.shared()
                    .readTree(new String(gallery.get("/v1/gallery?" + sort + cursor),
                            StandardCharsets.UTF_8));
            answer.path("items").forEach(item -> seen.add(item.path("portraitId").asString()));
            JsonNode next = answer.path("nextCursor");
            cursor = next.isString() ? "cursor=" + next.asString() : "null";
            for (int i = 0; i < arriving; i++) {
                rows.arrive(page + 1);
            }
        }
        return seen;
    }

    private void plans() throws Exception {
        report.append("""
                | first page | index | rows the database looked at | its execution time |
                |---|---|---|---|
                """);
        for (Page page : GalleryRows.PAGES) {
            List<String> plan = rows.plan(page);
            String indexes = String.join(", ", plan.stream()
                    .flatMap(line -> INDEX.matcher(line).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList());
            long looked = plan.stream()
                    .filter(line -> line.contains("Scan") && line.contains(" on portrait "))
                    .mapToLong(line -> figure(ROWS, line))
                    .sum()
                    + plan.stream().mapToLong(line -> figure(REMOVED, line)).sum();
            String time = plan.stream().filter(line -> line.startsWith("Execution Time")).findFirst().orElse("");
            report.append("| ")
                    .append(page.name())
                    .append(" | `")
                    .append(indexes)
                    .append("` | ")
                    .append(looked)
                    .append(" | ")
                    .append(time.replace("Execution Time: ", ""))
                    .append(" |\n");
        }
    }

    private static long figure(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private void archive(Packed packed) {
        report.append(Figures.of(
                """

                        ## Archive and thumbnails

                        %d portraits of %.2f MB, in turns: the ZIP, and the same objects straight from the store, one after the other.
                        ZIP by store, of throughput: **%s**; %.0f MB/s. Its length was announced and is right: %,d bytes.

                        | milliseconds, median | |
                        |---|---|
                        | a small thumbnail, kept in the store | %.1f |
                        | the same, made when it is asked for (both sizes, placeholder, measures) | %.1f |
                        """,
                packed.portraits(), packed.megabytes() / packed.portraits(), Figures.spread(packed.ratios()),
                packed.megabytesASecond(), packed.bytes(), packed.keptThumbnail(), packed.madeThumbnail()));
    }

    static double milliseconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        var _ = work.call();
        return (System.nanoTime() - start) / 1e6;
    }
}
