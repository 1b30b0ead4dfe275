package dev.likeness.imaging.faces;

import java.util.Map;

/** What a model gave. */
record Outputs(Map<String, float[]> byName) {

    /** The numbers of that output, row by row. */
    float[] named(String name) {
        float[] values = byName.get(name);
        if (values == null) {
            throw new IllegalStateException("The model gave " + byName.keySet() + ", not " + name);
        }
        return values;
    }
}
