package dev.likeness.imaging;

import java.util.List;

/** The eight ways a picture can lie, numbered as in EXIF, put one after the other. */
final class Orientations {

    /** Where stored (x, y) goes as (ax + by, cx + dy), by EXIF's number less one. */
    private static final List<List<Integer>> TURNS = List.of(List.of(1, 0, 0, 1), List.of(-1, 0, 0, 1),
            List.of(-1, 0, 0, -1), List.of(1, 0, 0, -1), List.of(0, 1, 1, 0), List.of(0, -1, 1, 0),
            List.of(0, -1, -1, 0), List.of(0, 1, -1, 0));

    private Orientations() {}

    /** What {@code first} and then {@code second} come to. */
    static int then(int first, int second) {
        List<Integer> a = TURNS.get(first - 1);
        List<Integer> b = TURNS.get(second - 1);
        return 1 + TURNS.indexOf(List.of(b.get(0) * a.get(0) + b.get(1) * a.get(2),
                b.get(0) * a.get(1) + b.get(1) * a.get(3), b.get(2) * a.get(0) + b.get(3) * a.get(2),
                b.get(2) * a.get(1) + b.get(3) * a.get(3)));
    }

    /** A turn against the clock by so many quarters, as {@code irot} says it. */
    static int ofQuarters(int quarters) {
        return List.of(1, 8, 3, 6).get(quarters & 3);
    }

    /** A mirroring as {@code imir} says it: 0 exchanges top and bottom, 1 left and right. */
    static int ofMirror(int axis) {
        return (axis & 1) == 0 ? 4 : 2;
    }
}
