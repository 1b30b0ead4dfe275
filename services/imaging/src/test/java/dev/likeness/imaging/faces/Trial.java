package dev.likeness.imaging.faces;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One thing done to each portrait. */
record Trial(String name, Function<Subject, BufferedImage> change) {

    static final Trial ORIGINAL = new Trial("as it is", Subject::picture);
    static final Trial MIRRORED = new Trial("mirrored", subject -> Variations.mirrored(subject.picture()));
    static final List<Trial> TURNED = each("turned by %.0f°", (subject, by) -> Variations.turned(subject.picture(), by),
            -45, -30, -15, 15, 30, 45);
    static final List<Trial> TURNED_FAR = each("turned by %.0f°",
            (subject, by) -> Variations.turned(subject.picture(), by), 90, 180, 270);
    static final List<Trial> LIT = each("light × %.2f", (subject, by) -> Variations.lit(subject.picture(), by), 0.1,
            0.25, 0.5, 1.5, 2, 3);
    static final List<Trial> FLATTENED = each("contrast × %.2f",
            (subject, by) -> Variations.flattened(subject.picture(), by), 0.1, 0.25, 0.5);
    static final List<Trial> COMPRESSED = each("JPEG quality %.2f",
            (subject, by) -> Variations.jpeg(subject.picture(), by), 0.9, 0.5, 0.2, 0.05);
    static final List<Trial> SCALED = each("face %.0f pixels high",
            (subject, by) -> Variations.withFaceOf(by, subject.picture(), subject.face()), 24, 37, 50, 73, 100, 150,
            300);
    static final List<Trial> BLURRED = each("blur of %.2f %% of its height",
            (subject, by) -> Variations.blurred(subject.picture(), by / 100 * subject.face().height()), 0.5, 1, 1.25,
            1.5, 2, 3, 5);
    static final List<Trial> COVERED = List.of(
            new Trial("eyes closed (painted)", on -> Covered.eyesClosed(on.picture(), on.landmarks())),
            new Trial("sunglasses (painted)", on -> Covered.sunglasses(on.picture(), on.landmarks())),
            new Trial("mask (painted)", on -> Covered.masked(on.picture(), on.landmarks())));
    static final List<Trial> FRAMED = each("face %.2f of the height",
            (subject, share) -> Variations.framed(subject.picture(), subject.face(), share, Portrait.LONG_SIDE,
                    Portrait.LONG_SIDE, 0.5, 0.5),
            0.03, 0.04, 0.05, 0.07, 0.1, 0.2, 0.5, 0.8, 0.95, 1.1, 1.3);
    static final List<Trial> CUT = Stream.of(Side.values())
            .flatMap(side -> each("cut %.1f off " + side, side::cut, 0.1, 0.2, 0.3, 0.5).stream())
            .toList();

    enum Side {
        LEFT,
        TOP,
        RIGHT,
        BOTTOM;

        BufferedImage cut(Subject subject, double share) {
            Area face = subject.face();
            BufferedImage picture = subject.picture();
            double width = face.width() * share;
            double height = face.height() * share;
            return Variations.cropped(picture, this == LEFT ? (int) (face.left() + width) : 0,
                    this == TOP ? (int) (face.top() + height) : 0,
                    this == RIGHT ? (int) (face.right() - width) : picture.getWidth(),
                    this == BOTTOM ? (int) (face.bottom() - height) : picture.getHeight());
        }
    }

    private interface Change {

        BufferedImage of(Subject subject, double amount);
    }

    private static List<Trial> each(String name, Change change, double... amounts) {
        return DoubleStream.of(amounts)
                .mapToObj(amount -> new Trial(name.formatted(amount), subject -> change.of(subject, amount)))
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // Only read from.
    static List<Trial> all(List<Trial>... trials) {
        return Stream.of(trials).flatMap(List::stream).toList();
    }
}
