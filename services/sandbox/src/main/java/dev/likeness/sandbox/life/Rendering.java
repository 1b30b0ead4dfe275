package dev.likeness.sandbox.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of rendering a prediction.
 *
 * @param files names of the images kept, {@code out-0.jpg …}; filtered ones are absent and their
 * index is skipped
 */
public record Rendering(Instant at, List<String> files, @Nullable String failure) {

    public Rendering {
        files = List.copyOf(files);
    }

    public static Rendering failed(Instant at, String failure) {
        return new Rendering(at, List.of(), failure);
    }
}
