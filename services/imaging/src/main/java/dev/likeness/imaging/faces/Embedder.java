package dev.likeness.imaging.faces;

import dev.likeness.imaging.reading.FaceVector;

/** Says in numbers what a face looks like. May be called by several threads at a time. */
interface Embedder extends AutoCloseable {

    String name();

    /** Changes with the model and with the way its input is prepared. */
    String version();

    FaceVector embed(Pyramid picture, Landmarks landmarks);

    @Override
    void close();
}
