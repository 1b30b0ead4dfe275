package dev.likeness.imaging.faces;

/** The pixels of a picture at one size, packed as 0xRRGGBB. */
@SuppressWarnings("ArrayRecordComponent") // Shared between readers that never change it.
record Level(int width, int height, int[] pixels) {

    private static final int BYTE = 0xff;
    private static final int RED_AND_BLUE = 0xff00ff;
    private static final int GREEN = 0x00ff00;
    /** Half of the divisor 4, in each channel: rounds instead of cutting. */
    private static final int ROUND_RED_AND_BLUE = 0x020002;
    private static final int ROUND_GREEN = 0x000200;

    /** Half as wide and high: each pixel the mean of four; an odd last column or row is left out. */
    Level half() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        int[] half = new int[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            int above = 2 * y * width;
            int below = above + width;
            for (int x = 0; x < halfWidth; x++) {
                half[y * halfWidth + x] = mean(pixels[above + 2 * x], pixels[above + 2 * x + 1], pixels[below + 2 * x],
                        pixels[below + 2 * x + 1]);
            }
        }
        return new Level(halfWidth, halfHeight, half);
    }

    private static int mean(int a, int b, int c, int d) {
        // Red and blue are 16 bits apart, so that four of each add up without meeting.
        int redBlue = (a & RED_AND_BLUE) + (b & RED_AND_BLUE) + (c & RED_AND_BLUE) + (d & RED_AND_BLUE)
                + ROUND_RED_AND_BLUE;
        int green = (a & GREEN) + (b & GREEN) + (c & GREEN) + (d & GREEN) + ROUND_GREEN;
        return redBlue >>> 2 & RED_AND_BLUE | green >>> 2 & GREEN;
    }

    /** Adds the colour at (x, y), between pixels bilinear, beyond the border that of the border. */
    void add(double x, double y, float weight, Patch to, int at) {
        double left = Math.floor(x - 0.5);
        double top = Math.floor(y - 0.5);
        float fx = (float) (x - 0.5 - left);
        float fy = (float) (y - 0.5 - top);
        int x0 = Math.clamp((long) left, 0, width - 1);
        int x1 = Math.clamp((long) left + 1, 0, width - 1);
        int y0 = Math.clamp((long) top, 0, height - 1) * width;
        int y1 = Math.clamp((long) top + 1, 0, height - 1) * width;
        int a = pixels[y0 + x0];
        int b = pixels[y0 + x1];
        int c = pixels[y1 + x0];
        int d = pixels[y1 + x1];
        float wa = weight * (1 - fx) * (1 - fy);
        float wb = weight * fx * (1 - fy);
        float wc = weight * (1 - fx) * fy;
        float wd = weight * fx * fy;
        to.red()[at] += wa * (a >>> 16 & BYTE) + wb * (b >>> 16 & BYTE) + wc * (c >>> 16 & BYTE)
                + wd * (d >>> 16 & BYTE);
        to.green()[at] += wa * (a >>> 8 & BYTE) + wb * (b >>> 8 & BYTE) + wc * (c >>> 8 & BYTE) + wd * (d >>> 8 & BYTE);
        to.blue()[at] += wa * (a & BYTE) + wb * (b & BYTE) + wc * (c & BYTE) + wd * (d & BYTE);
    }
}
