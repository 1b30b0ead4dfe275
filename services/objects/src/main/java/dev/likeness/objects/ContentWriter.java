package dev.likeness.objects;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an object whose size is not known before. */
@FunctionalInterface
public interface ContentWriter {

    /**
     * Runs on a virtual thread and may block. What it throws is the error of the write, unchanged, and
     * nothing of the object is kept then. It is interrupted when nobody waits for the write any more.
     */
    void writeTo(OutputStream out) throws IOException, InterruptedException;
}
