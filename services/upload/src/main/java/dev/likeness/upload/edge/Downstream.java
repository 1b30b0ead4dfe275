package dev.likeness.upload.edge;

import java.util.Locale;

/** The services behind the edge. */
enum Downstream {
    VALIDATION,
    TRAINING,
    GENERATION,
    GALLERY;

    /** As routes, problems and the documentation name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
