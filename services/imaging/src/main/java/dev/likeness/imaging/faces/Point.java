package dev.likeness.imaging.faces;

/** In pixels, continuous: the pixel in column i and row j covers [i, i + 1) × [j, j + 1). */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
