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
            if (Files.notExists(home)) {
                Files.createDirectories(home);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Files.createDirectories(home.resolve("logs"));
        } catch (IOException unwritable) {
            throw new Refusal("The data directory " + home + " can't be made: " + unwritable.getMessage()
                    + ". Choose another with --data.");
        }
        return new Home(home);
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

    /** What was said while it started, for the command that waits for it. */
    public Path startLog() {
        return directory.resolve("logs/start.log");
    }

    public Path log() {
        return directory.resolve("logs/likeness.log");
    }
}
