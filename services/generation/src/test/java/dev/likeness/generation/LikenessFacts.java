package dev.likeness.generation;

import dev.likeness.generation.likeness.Sight;
import dev.likeness.imaging.darkroom.Darkroom;
import dev.likeness.imaging.darkroom.DarkroomSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * How well photos of real people are told apart, written to {@code target/likeness-pairs.md}. Not
 * part of the build. Photos come from {@code -Dlikeness.photos=DIR}, each named
 * {@code person_number.jpg}; without it from the few that are in the public domain and here.
 */
class LikenessFacts {

    private static final Map<String, String> HERE = Map.of("collins_1", "astronaut.png", "obama_1", "obama.jpg",
            "obama_2", "obama3.jpg", "biden_1", "biden.jpg");

    private record Photo(String name, Sight.OneFace face) {

        String person() {
            return name.substring(0, name.indexOf('_'));
        }
    }

    @Test
    void writesDownHowAlikePairsAre() throws IOException, InterruptedException {
        var limits = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("generation.likeness", LikenessProperties.class)
                .limits();
        List<String> report = new ArrayList<>();
        List<Photo> photos = new ArrayList<>();
        try (Darkroom darkroom = new Darkroom(DarkroomSettings.DEFAULT)) {
            for (var file : files().entrySet()) {
                Sight sight = Sight.of(darkroom.examine(Files.readAllBytes(file.getValue())).reading(), limits.face());
                switch (sight) {
                    case Sight.OneFace face -> photos.add(new Photo(file.getKey(), face));
                    case Sight.Nothing(var why) -> report.add("left out: " + file.getKey() + ", " + why);
                }
            }
        }
        List<Double> same = new ArrayList<>();
        List<Double> different = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            for (int j = i + 1; j < photos.size(); j++) {
                double cosine = photos.get(i).face().vector().likeness(photos.get(j).face().vector());
                boolean one = photos.get(i).person().equals(photos.get(j).person());
                (one ? same : different).add(cosine);
                if (one || cosine > 0.3) {
                    report.add(String.format(Locale.ROOT, "%s, %s: %.3f", photos.get(i).name(), photos.get(j).name(),
                            cosine));
                }
            }
        }
        report.add("photos " + photos.size() + ", people "
                + photos.stream().map(Photo::person).distinct().count());
        report.add(range("same", same));
        report.add(range("different", different));
        for (double limit : new double[]{limits.doubtful(), limits.alike()}) {
            report.add(rate("same below " + limit, same.stream().filter(each -> each < limit).count(), same.size()));
            report.add(rate("different at " + limit + " or more",
                    different.stream().filter(each -> each >= limit).count(), different.size()));
        }
        var _ = Files.write(Files.createDirectories(Path.of("target")).resolve("likeness-pairs.md"), report);
    }

    private static Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        String folder = System.getProperty("likeness.photos", "");
        if (folder.isEmpty()) {
            Path portraits = Path.of("..", "imaging", "src", "test", "resources", "portraits");
            HERE.forEach((name, file) -> files.put(name, portraits.resolve(file)));
            return files;
        }
        try (var found = Files.list(Path.of(folder))) {
            found.forEach(file -> files.put(file.getFileName().toString().replaceAll("\\..*", ""), file));
        }
        return files;
    }

    private static String range(String name, List<Double> cosines) {
        var figures = cosines.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(Locale.ROOT, "%s: %d pairs, %.3f to %.3f, mean %.3f", name, figures.getCount(),
                figures.getMin(), figures.getMax(), figures.getAverage());
    }

    // Clopper and Pearson (1934): exact for independent pairs. Pairs share photos here, so it is too narrow, if anything.
    private static String rate(String name, long hits, int of) {
        double low = hits == 0 ? 0 : edge(p -> 1 - below(hits - 1, of, p) < 0.025);
        double high = hits == of ? 1 : edge(p -> below(hits, of, p) > 0.025);
        return String.format(Locale.ROOT, "%s: %d of %d, 95 %% interval %.1f to %.1f %%", name, hits, of, 100 * low,
                100 * high);
    }

    private static double edge(java.util.function.DoublePredicate still) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (still.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The chance of at most so many hits. */
    private static double below(long hits, int of, double p) {
        double sum = 0;
        double term = Math.pow(1 - p, of);
        for (int i = 0; i <= hits; i++) {
            sum += term;
            term *= (of - i) / (i + 1.0) * p / (1 - p);
        }
        return sum;
    }
}
