package dev.likeness.bench.upload;

import dev.likeness.bench.Figures;
import dev.likeness.bench.Graph;
import dev.likeness.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is committed of a run. */
final class UploadReport {

    private final StringBuilder table = new StringBuilder();
    private final StringBuilder rushes = new StringBuilder();
    private final List<Rush> drawn = new ArrayList<>();
    private final double loadBefore = Machine.load();

    void compared(int atOnce, List<Round> rounds) {
        String line = Figures.of("| %d | %.0f | %.0f | %s | %.1f |%n", atOnce,
                Figures.median(rounds.stream().mapToDouble(Round::direct).toArray()),
                Figures.median(rounds.stream().mapToDouble(Round::through).toArray()),
                Figures.spread(rounds.stream().mapToDouble(Round::ratio).toArray()),
                Figures.median(rounds.stream().mapToDouble(Round::cpuSecondsPerGigabyte).toArray()));
        table.append(line);
        System.out.print(line);
    }

    void rushed(Rush rush) {
        String text = Figures.of("""

                ### %s

                %d requests of %.0f MB at once: %s in %.1f s (%.0f MB/s), %d objects in the store afterwards.

                | MB | most | course |
                |---|---|---|
                | heap (limit %d) | %.0f | `%s` |
                | Netty's direct memory | %.0f | `%s` |
                | resident | %.0f | `%s` |
                | spooled on disk | %.0f | `%s` |

                ![heap](upload-%s.svg)
                """, rush.kind().equals("put") ? "Announced photos (PUT)" : "Whole forms (multipart POST)",
                UploadBench.RUSH, Photo.SIZE / 1e6, rush.result().outcomes(), rush.result().seconds(),
                rush.result().megabytesPerSecond(UploadBench.RUSH), rush.objects(), UploadBench.HEAP_MEGABYTES,
                rush.most(Sample::heap), line(rush.megabytes(Sample::heap), UploadBench.HEAP_MEGABYTES),
                rush.most(Sample::netty), line(rush.megabytes(Sample::netty), UploadBench.HEAP_MEGABYTES),
                rush.most(Sample::resident), line(rush.megabytes(Sample::resident), 1024),
                rush.most(Sample::spooled), line(rush.megabytes(Sample::spooled), 2048), rush.kind());
        rushes.append(text);
        System.out.print(text);
        drawn.add(rush);
    }

    private static String line(double[] values, double top) {
        return Figures.sparkline(values, top);
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Rush rush : drawn) {
            var graph = new Graph("200 × 10 MB at once, -Xmx" + UploadBench.HEAP_MEGABYTES + "m", "MB", rush.seconds(),
                    UploadBench.HEAP_MEGABYTES);
            graph.line("heap", rush.megabytes(Sample::heap));
            graph.line("Netty's direct memory", rush.megabytes(Sample::netty));
            Files.writeString(directory.resolve("upload-" + rush.kind() + ".svg"), graph.svg());
        }
        Files.writeString(directory.resolve("upload.md"), Figures.of("""
                # Upload beside a direct PUT

                %s. Load average %.1f before, %.1f after: the measurement itself makes about as much as there are
                processors, what is above that came from others. Service: a JVM of its own with -Xmx%dm; the store
                (S3Proxy), the broker and the database in another; the client in a third. All share the processors.

                ## Throughput

                Photos of 10 MB, in turns; megabytes a second, ratio as median (least–most) of the rounds, and what the
                service spends.

                | at once | direct | through the service | ratio | CPU seconds a GB |
                |---|---|---|---|---|
                %s
                ## A rush
                %s""", Machine.line(), loadBefore, Machine.load(), UploadBench.HEAP_MEGABYTES, table, rushes));
    }
}
