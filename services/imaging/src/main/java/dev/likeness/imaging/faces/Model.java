package dev.likeness.imaging.faces;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A neural network of ONNX with one input named {@code input}. May be run by several threads at a
 * time; each run takes one thread only.
 */
final class Model implements AutoCloseable {

    private static final String INPUT = "input";
    /** Where nothing would be gained: the pictures are many, the networks small. */
    private static final int THREADS = 1;

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Model(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** @param resource file name beside this class */
    static Model load(String resource) {
        OrtEnvironment environment = RuntimeLibrary.environment();
        try (InputStream in = Model.class.getResourceAsStream(resource); SessionOptions options = options()) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new Model(environment, environment.createSession(in.readAllBytes(), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The model " + resource + " can't be loaded", e);
        }
    }

    private static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(THREADS);
        options.setInterOpNumThreads(THREADS);
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return options;
    }

    /**
     * What the network gives for one input.
     *
     * @param shape of the input, the batch first
     */
    Outputs run(float[] input, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result = session.run(Map.of(INPUT, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (var output : result) {
                FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] copy = new float[values.remaining()];
                values.get(copy);
                outputs.put(output.getKey(), copy);
            }
            return new Outputs(outputs);
        } catch (OrtException e) {
            throw new IllegalStateException("A model of faces failed", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model of faces can't be closed", e);
        }
    }
}
