package dev.likeness.imaging.faces;

/** An upright rectangle in pixels, continuous; may reach beyond the picture. */
record Area(double left, double top, double right, double bottom) {

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    boolean contains(Point point) {
        return point.x() >= left && point.x() <= right && point.y() >= top && point.y() <= bottom;
    }

    /** Jaccard index: the shared part of what both cover together, from 0 to 1. */
    double overlap(Area other) {
        double shared = shared(other);
        return shared / (size() + other.size() - shared);
    }

    /** The shared part of the smaller one, from 0 to 1. */
    double containment(Area other) {
        return shared(other) / Math.min(size(), other.size());
    }

    private double shared(Area other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return Math.max(0, width) * Math.max(0, height);
    }

    private double size() {
        return width() * height();
    }
}
