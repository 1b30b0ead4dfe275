package dev.likeness.bench.image;

import dev.likeness.bench.Figures;
import dev.likeness.bench.Machine;
import dev.likeness.imaging.darkroom.Darkroom;
import dev.likeness.imaging.darkroom.DarkroomSettings;
import dev.likeness.imaging.reading.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Photos a processor second, all checks on, beside {@code vipsthumbnail} for the same file, in
 * turns.
 */
public final class ImageBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 5;
    private static final int PHOTOS_A_ROUND = Vips.PHOTOS;
    private static final Path PORTRAIT = Path.of("services/imaging/src/test/resources/portraits/obama3.jpg");

    private final Path work = Files.createTempDirectory("image-bench-");
    private final StringBuilder table = new StringBuilder();
    private final StringBuilder files = new StringBuilder();
    private final double loadBefore = Machine.load();

    private ImageBench() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        var bench = new ImageBench();
        var photos = new TestPhotos(PORTRAIT, bench.work);
        bench.compare("12 MP JPEG", photos.jpeg("12", 4032, 3024));
        if (isThere("heif-enc")) {
            bench.compare("12 MP HEIC, 48 tiles", photos.heic("12", 4032, 3024));
        }
        bench.compare("24 MP JPEG", photos.jpeg("24", 6000, 4000));
        bench.write(Path.of(arguments[0]).resolve("image.md"));
        System.exit(0);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.exists(Path.of(path, program)));
    }

    /**
     * One worker and nothing beside it: what is measured is a photo's cost, not how many run at once.
     */
    private static DarkroomSettings settings() {
        var usual = DarkroomSettings.DEFAULT;
        return new DarkroomSettings(1, usual.memoryBytes(), usual.timePerPhoto(), Duration.ofHours(1), 10_000,
                usual.copies());
    }

    private void compare(String name, Path file) throws IOException, InterruptedException {
        byte[] photo = Files.readAllBytes(file);
        try (var darkroom = new Darkroom(settings())) {
            Examination last = darkroom.examine(photo);
            files.append(Figures.of("- %s: %.1f MB, %d face found, height %.0f px; copy of %.1f MB%n", name,
                    photo.length / 1e6, last.reading().faces().size(),
                    last.reading().faces().stream().mapToDouble(face -> face.box().height()).findFirst().orElse(0),
                    last.prepared().length / 1e6));
            for (int photos = 1; photos < WARM_UP; photos++) {
                var _ = darkroom.examine(photo);
            }
            List<double[]> rounds = new ArrayList<>();
            var vips = new Vips(file, work);
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(new double[]{examined(darkroom, photo), vips.made("2048", 1), vips.made("2048", 4),
                        vips.made("", 1), vips.made("", 4)});
            }
            report(name, rounds, Processes.mostOfChildren(), vips.most());
        }
    }

    private static double examined(Darkroom darkroom, byte[] photo) throws InterruptedException {
        double before = Processes.living();
        for (int number = 0; number < PHOTOS_A_ROUND; number++) {
            var _ = darkroom.examine(photo);
        }
        return PHOTOS_A_ROUND / (Processes.living() - before);
    }

    private void report(String name, List<double[]> rounds, double ourMemory, double vipsMemory) {
        double[] ours = rounds.stream().mapToDouble(round -> round[0]).toArray();
        var line = new StringBuilder(
                Figures.of("| %s | **%.2f** | %.0f |", name, Figures.median(ours), ourMemory));
        for (int peer = 1; peer <= 4; peer++) {
            int column = peer;
            double[] theirs = rounds.stream().mapToDouble(round -> round[column]).toArray();
            double[] ratios = rounds.stream().mapToDouble(round -> round[0] / round[column]).toArray();
            line.append(Figures.of(" %.2f · %s |", Figures.median(theirs), Figures.spread(ratios)));
        }
        line.append(Figures.of(" %.0f |%n", vipsMemory));
        table.append(line);
        System.out.print(line);
    }

    private void write(Path report) throws IOException, InterruptedException {
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report,
                Figures.of(
                        """
                                # Examining photos beside vipsthumbnail

                                %s; %s. Load average %.1f before, %.1f after. %d rounds in turns after %d photos to warm up.

                                Photos a processor second, by the CPU time of all processes that take part (the service's side and its
                                worker; vipsthumbnail). Ours does every check: header, decoding, sRGB, light, sharpness, hash, faces with
                                landmarks, pose, eyes and embedding, a copy of 2048 and a thumbnail of 320. vipsthumbnail writes one JPEG:
                                of 2048 (`--size 2048`), or of its default size of 128; one file a call, and four a call, which spreads
                                its start. Each cell: photos a second · ours by that, median (least–most). Memory: the most resident of
                                one process, in MB.

                                | photo | ours | MB | vips 2048 | vips 2048, 4 a call | vips 128 | vips 128, 4 a call | MB |
                                |---|---|---|---|---|---|---|---|
                                %s
                                The photos were made for the run from a public-domain portrait, enlarged, with grain:

                                %s""",
                        Machine.line(), Vips.version(), loadBefore, Machine.load(), ROUNDS, WARM_UP, table, files));
    }
}
