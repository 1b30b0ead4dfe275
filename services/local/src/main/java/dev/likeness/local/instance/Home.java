package dev.likeness.local.instance;

import dev.likeness.local.Refusal;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The data directory of an instance, for its owner's eyes only. */
public record Home(Path directory) {

    public static Home at(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            makeForOwnerOnly(home);
            makeForOwnerOnly(home.resolve("logs"));
            makeForOwnerOnly(home.resolve("provider"));
            makeForOwnerOnly(home.resolve("keys"));
        } catch (IOException unwritable) {
            throw new Refusal("The data directory " + home + " can't be made: " + unwritable.getMessage()
                    + ". Choose another with --data.");
        }
        return new Home(home);
    }

    /** What was there before keeps its permissions: it may hold more than ours. */
    private static void makeForOwnerOnly(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    public Path parts() {
        return directory.resolve("parts");
    }

    public Path provider() {
        return directory.resolve("provider");
    }

    public Path keys() {
        return directory.resolve("keys");
    }

    public Path secrets() {
        return directory.resolve("secrets.json");
    }

    public Path ports() {
        return directory.resolve("ports");
    }

    public Path status() {
        return directory.resolve("status.json");
    }

    /** Which process was last started here. */
    Path process() {
        return directory.resolve("process.json");
    }

    /** Held by the command that starts or stops it. */
    Path turn() {
        return directory.resolve("turn");
    }

    /** What was said while it started, for the command that waits for it. */
    public Path startLog() {
        return directory.resolve("logs/start.log");
    }

    public Path log() {
        return directory.resolve("logs/likeness.log");
    }
}
