package dev.likeness.imaging.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersHomeTests {

    /** Beyond what any system numbers its processes to. */
    private static final long NOBODY = 1L << 40;

    @Test
    void clearsWhatAKilledProcessLeftAndNothingElse(@TempDir Path temporary) throws IOException {
        Path abandoned = Files.createDirectory(temporary.resolve("darkroom-" + NOBODY + "-1"));
        Files.writeString(Files.createDirectory(abandoned.resolve("worker-1")).resolve("errors"), "words");
        Path ours = Files.createDirectory(temporary.resolve("darkroom-" + ProcessHandle.current().pid() + "-1"));
        Path others = Files.createDirectory(temporary.resolve("darkroom-of-a-photographer"));

        WorkersHome.clearAbandoned(temporary);

        assertThat(temporary).isDirectoryNotContaining(abandoned::equals);
        assertThat(ours).isDirectory();
        assertThat(others).isDirectory();
    }
}
