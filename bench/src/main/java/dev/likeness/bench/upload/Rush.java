package dev.likeness.bench.upload;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Everybody at once.
 *
 * @param kind {@code put} or {@code form}
 * @param objects in the store afterwards
 */
record Rush(String kind, Sending.Result result, List<Sample> samples, int objects) {

    double[] seconds() {
        return samples.stream().mapToDouble(Sample::second).toArray();
    }

    double[] megabytes(ToLongFunction<Sample> figure) {
        return samples.stream().mapToDouble(sample -> figure.applyAsLong(sample) / 1048576.0).toArray();
    }

    double most(ToLongFunction<Sample> figure) {
        return samples.stream().mapToLong(figure).max().orElse(0) / 1048576.0;
    }
}
