package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsTests {

    @TempDir
    Path directory;

    @AfterEach
    void leavesNothingRunning() {
        EmbeddedParts.stopLeftovers(directory);
    }

    @Test
    void startsAllFourAndSaysSo() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        String registered;
        try (EmbeddedParts parts = EmbeddedParts.start(directory, Ports.free(), StartProgress.lines(lines::add))) {
            assertThat(lines).hasSize(4)
                    .allMatch(line -> line.matches("(kafka|postgres|store|registry) ready in \\d+\\.\\d s"));
            registered = RegistryClient.register(parts.registry());
            assertThat(RegistryClient.get(parts.registry().url() + "/search/artifacts"))
                    .contains("set-completed-value");
        }
        try (EmbeddedParts parts = EmbeddedParts.start(directory, Ports.free(), StartProgress.silent())) {
            assertThat(RegistryClient.get(parts.registry().ccompatUrl() + "/subjects")).contains("set-completed-value");
            assertThat(RegistryClient.register(parts.registry())).isEqualTo(registered);
        }
    }

    @Test
    void hasEverythingAgainAfterAKill() throws Exception {
        Process doomed = DoomedInstance.spawn(directory);
        String registered;
        try (BufferedReader output = doomed.inputReader()) {
            registered = DoomedInstance.awaitWritten(output);
        } finally {
            doomed.destroyForcibly().waitFor();
        }
        List<String> lines = new CopyOnWriteArrayList<>();
        try (EmbeddedParts parts = EmbeddedParts.start(directory, Ports.free(), StartProgress.lines(lines::add))) {
            assertThat(lines).hasSize(4);
            assertThat(DoomedInstance.readBack(parts)).containsExactly("written", "written", "written");
            assertThat(RegistryClient.register(parts.registry())).isEqualTo(registered);
        }
    }

    @Test
    void stopsWhatAKilledInstanceLeftRunning() throws Exception {
        Process doomed = DoomedInstance.spawn(directory);
        List<ProcessHandle> left;
        try (BufferedReader output = doomed.inputReader()) {
            assertThat(DoomedInstance.awaitWritten(output)).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedParts.stopLeftovers(directory)).isInstanceOf(PartUnavailable.class);
            left = DoomedInstance.started(doomed, directory);
        } finally {
            doomed.destroyForcibly().waitFor();
        }
        assertThat(left).hasSizeGreaterThanOrEqualTo(2).allMatch(ProcessHandle::isAlive);
        EmbeddedParts.stopLeftovers(directory);
        assertThat(left).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void givesTheDirectoryToOneInstanceAtATime() {
        EmbeddedParts first = EmbeddedParts.lazily(directory, Ports.free(), Durability.PROCESS_CRASH,
                StartProgress.silent());
        try {
            assertThatThrownBy(() -> EmbeddedParts.start(directory, Ports.free(), StartProgress.silent()))
                    .isInstanceOf(PartUnavailable.class)
                    .hasMessageContaining("is in use by another running instance")
                    .hasMessageContaining("Stop that one first");
        } finally {
            first.close();
            first.close();
        }
    }

    @Test
    void refusesAFileAsItsDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedParts.start(file, Ports.free(), StartProgress.silent()))
                .isInstanceOf(PartUnavailable.class)
                .hasMessageEndingWith("is a file, so it can't be the data directory. Choose another one.");
    }

    @Test
    void saysWhatToDoWithoutTheRegistry() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(directory.resolve("postgres"), FreePorts.one(),
                Durability.PROCESS_CRASH)) {
            assertThatThrownBy(() -> SchemaRegistry.start(directory, directory, postgres, 1, 2))
                    .isInstanceOf(PartUnavailable.class)
                    .hasMessageContaining("Build services/embedded");
        }
    }

    @Test
    void sharesOneLazyInstancePerJvm() {
        EmbeddedParts parts = EmbeddedParts.shared();
        assertThat(EmbeddedParts.shared()).isSameAs(parts);
        assertThat(parts.store()).isSameAs(parts.store());
        parts.postgres().createDatabase("shared");
        assertThat(parts.postgres().r2dbcUrl("shared")).startsWith("r2dbc:postgresql://127.0.0.1:").endsWith("/shared");
    }
}
