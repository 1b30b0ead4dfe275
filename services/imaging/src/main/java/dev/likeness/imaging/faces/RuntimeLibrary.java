package dev.likeness.imaging.faces;

import ai.onnxruntime.OrtEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * ONNX Runtime, loaded once. Its library needs more stack to load than a thread of the JVM has: on
 * one of 1 MB, the default, the process may end with a segmentation fault.
 */
final class RuntimeLibrary {

    private static final long STACK_BYTES = 16L << 20;

    private static @Nullable OrtEnvironment loaded;

    private RuntimeLibrary() {}

    static synchronized OrtEnvironment environment() {
        OrtEnvironment environment = loaded;
        if (environment == null) {
            environment = load();
            loaded = environment;
        }
        return environment;
    }

    private static OrtEnvironment load() {
        Thread loader = new Thread(null, OrtEnvironment::getEnvironment, "onnxruntime", STACK_BYTES);
        loader.start();
        try {
            loader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ONNX Runtime was loading", e);
        }
        return OrtEnvironment.getEnvironment();
    }
}
