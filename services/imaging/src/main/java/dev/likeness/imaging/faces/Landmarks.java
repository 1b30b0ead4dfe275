package dev.likeness.imaging.faces;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The 68 points of the iBUG 300-W scheme: jaw 0–16 from the picture's left to its right, brows
 * 17–26, nose 27–35, eyes 36–47, mouth 48–67.
 */
record Landmarks(List<Point> points) {

    static final int COUNT = 68;

    private static final int NOSE_TIP = 30;
    private static final int MOUTH_LEFT = 48;
    private static final int MOUTH_RIGHT = 54;
    private static final int INNER_MOUTH_LEFT = 60;
    private static final int INNER_MOUTH_RIGHT = 64;
    private static final int LEFT_EYE = 36;
    private static final int RIGHT_EYE = 42;
    private static final int CHIN = 8;

    Landmarks {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException("A face has " + COUNT + " landmarks, not " + points.size());
        }
    }

    /**
     * One eye.
     *
     * @param centre of the four points on its lids
     * @param width from corner to corner
     */
    record Eye(Point centre, double width) {}

    /** The one on the picture's left. */
    Eye leftEye() {
        return eye(LEFT_EYE);
    }

    Eye rightEye() {
        return eye(RIGHT_EYE);
    }

    Point noseTip() {
        return points.get(NOSE_TIP);
    }

    Point mouthLeft() {
        return middle(points.get(MOUTH_LEFT), points.get(INNER_MOUTH_LEFT));
    }

    Point mouthRight() {
        return middle(points.get(MOUTH_RIGHT), points.get(INNER_MOUTH_RIGHT));
    }

    Point chin() {
        return points.get(CHIN);
    }

    /** Slope of the line through the eyes, in degrees, clockwise as it is seen. */
    double roll() {
        Point left = leftEye().centre();
        Point right = rightEye().centre();
        return Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
    }

    /** Around all points: from the brows to the chin. */
    Area bounds() {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        return new Area(x.getMin(), y.getMin(), x.getMax(), y.getMax());
    }

    /** Centres of the eyes, tip of the nose, corners of the mouth: what alignment goes by. */
    List<Point> five() {
        return List.of(leftEye().centre(), rightEye().centre(), noseTip(), mouthLeft(), mouthRight());
    }

    private Eye eye(int corner) {
        // The six points of an eye go round it, from one corner; the other is the fourth.
        List<Point> lids = IntStream.of(1, 2, 4, 5).mapToObj(offset -> points.get(corner + offset)).toList();
        Point centre = new Point(lids.stream().mapToDouble(Point::x).average().orElseThrow(),
                lids.stream().mapToDouble(Point::y).average().orElseThrow());
        return new Eye(centre, points.get(corner).distance(points.get(corner + 3)));
    }

    private static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }
}
