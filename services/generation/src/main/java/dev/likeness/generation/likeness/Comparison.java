package dev.likeness.generation.likeness;

import dev.likeness.generation.likeness.Sight.OneFace;
import dev.likeness.imaging.reading.FaceVector;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A picture beside a person's own photos.
 *
 * <p>
 * A picture's score is the mean of its cosines to the photos it is most alike. Not the highest one,
 * which a copy of a single photo would reach; not the mean of all, which falls for everybody whose
 * photos show them from all sides. What score is to be expected of this person is told by leaving
 * out each photo once and scoring it against the others (Lachenbruch and Mickey, 1968, leave one
 * out so); where a picture's score stands among theirs is its percentile, which is the p-value of
 * conformal prediction but for one count (Vovk, Gammerman and Shafer, 2005).
 */
public final class Comparison {

    private Comparison() {}

    /** Photos whose vector is of another embedder or version do not count. */
    public static Likeness of(OneFace picture, List<OneFace> photos, Limits limits) {
        List<OneFace> comparable = photos.stream()
                .filter(photo -> areComparable(photo.vector(), picture.vector()))
                .toList();
        if (comparable.size() < Math.max(2, limits.fewestPhotos())) {
            return Likeness.notMeasured(Unmeasured.TOO_FEW_PHOTOS);
        }
        double[] own = own(comparable, limits);
        double score = score(picture, comparable, limits);
        double percentile = 100.0 * DoubleStream.of(own).filter(each -> each <= score).count() / own.length;
        return Likeness.measured(band(score, percentile, own, limits), new Likeness.Figures(score, percentile),
                comparable.stream().anyMatch(photo -> repeats(picture, photo, limits.copy())));
    }

    /** Each photo's score beside the others, in rising order. */
    static double[] own(List<OneFace> photos, Limits limits) {
        return IntStream.range(0, photos.size())
                .mapToDouble(left -> score(photos.get(left),
                        IntStream.range(0, photos.size())
                                .filter(other -> other != left)
                                .mapToObj(photos::get)
                                .toList(),
                        limits))
                .sorted()
                .toArray();
    }

    private static double score(OneFace picture, List<OneFace> photos, Limits limits) {
        double[] cosines = photos.stream()
                .mapToDouble(photo -> Math.clamp(picture.vector().likeness(photo.vector()), -1.0, 1.0))
                .sorted()
                .toArray();
        return DoubleStream.of(cosines)
                .skip(Math.max(0, cosines.length - limits.nearest()))
                .average()
                .orElseThrow();
    }

    // Whose photos are all alike is held to more: what would do for others is somebody else's face half mixed in.
    private static Band band(double score, double percentile, double[] own, Limits limits) {
        double usual = own[(int) (own.length * limits.asYourPhotos() / 100)];
        double alike = Math.max(limits.alike(), usual - limits.slack());
        double doubtful = limits.doubtful() + alike - limits.alike();
        if (score < doubtful) {
            return Band.NOT_YOU;
        }
        if (score < alike) {
            return Band.DOUBTFUL;
        }
        return percentile >= limits.asYourPhotos() ? Band.AS_YOUR_PHOTOS : Band.ALIKE;
    }

    private static boolean repeats(OneFace picture, OneFace photo, Limits.Copy limits) {
        return Long.bitCount(picture.hash() ^ photo.hash()) <= limits.hashDistance()
                && picture.vector().likeness(photo.vector()) >= limits.likeness();
    }

    private static boolean areComparable(FaceVector one, FaceVector other) {
        return one.embedder().equals(other.embedder()) && one.version().equals(other.version())
                && one.values().size() == other.values().size();
    }
}
