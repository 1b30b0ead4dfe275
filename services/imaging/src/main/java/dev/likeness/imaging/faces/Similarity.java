package dev.likeness.imaging.faces;

import java.util.List;

/**
 * Turns, scales and moves, never mirrors or shears: (x, y) goes to (a·x − b·y + dx, b·x + a·y +
 * dy).
 */
record Similarity(double a, double b, double dx, double dy) {

    /**
     * Maps a square patch of {@code size} pixels onto the square of that centre and side.
     *
     * @param roll how far the square is turned, in degrees, clockwise as it is seen
     */
    static Similarity ontoSquare(Point centre, double side, int size, double roll) {
        double a = side / size * Math.cos(Math.toRadians(roll));
        double b = side / size * Math.sin(Math.toRadians(roll));
        double half = size / 2.0;
        return new Similarity(a, b, centre.x() - a * half + b * half, centre.y() - b * half - a * half);
    }

    /**
     * The one with the least squared error over pairs of points (S. Umeyama, "Least-squares estimation
     * of transformation parameters between two point patterns", 1991). In the plane, and without
     * reflections, its singular value decomposition comes down to a quotient of complex numbers: Σ u·z̄
     * / Σ |z|², z and u being the points of either side about their means.
     *
     * @param from at least two different points
     */
    static Similarity between(List<Point> from, List<Point> to) {
        Point fromMean = mean(from);
        Point toMean = mean(to);
        double real = 0;
        double imaginary = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - fromMean.x();
            double y = from.get(i).y() - fromMean.y();
            double u = to.get(i).x() - toMean.x();
            double v = to.get(i).y() - toMean.y();
            real += x * u + y * v;
            imaginary += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = real / spread;
        double b = imaginary / spread;
        return new Similarity(a, b, toMean.x() - a * fromMean.x() + b * fromMean.y(),
                toMean.y() - b * fromMean.x() - a * fromMean.y());
    }

    Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + dx, b * point.x() + a * point.y() + dy);
    }

    /** Length of what was of length 1. */
    double scale() {
        return Math.hypot(a, b);
    }

    private static Point mean(List<Point> points) {
        return new Point(points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }
}
