package dev.likeness.imaging.faces;

/** A small picture cut out for a model: three planes, row by row, of values from 0 to 255. */
@SuppressWarnings("ArrayRecordComponent") // Filled once and handed to one reader, never compared.
record Patch(int width, int height, float[] red, float[] green, float[] blue) {

    /** ITU-R BT.601. */
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    Patch(int width, int height) {
        this(width, height, new float[width * height], new float[width * height], new float[width * height]);
    }

    /** From 0 to 255, row by row. */
    float[] luma() {
        float[] luma = new float[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = RED * red[i] + GREEN * green[i] + BLUE * blue[i];
        }
        return luma;
    }

    /** The planes one after the other, each as (value − mean) / deviation. */
    static float[] planes(float mean, float deviation, float[]... planes) {
        int size = planes[0].length;
        float[] all = new float[planes.length * size];
        for (int plane = 0; plane < planes.length; plane++) {
            normalise(planes[plane], mean, deviation, all, plane * size);
        }
        return all;
    }

    static void normalise(float[] plane, float mean, float deviation, float[] into, int at) {
        for (int i = 0; i < plane.length; i++) {
            into[at + i] = (plane[i] - mean) / deviation;
        }
    }
}
