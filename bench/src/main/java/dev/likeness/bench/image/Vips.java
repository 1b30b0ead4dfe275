package dev.likeness.bench.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The peer, as Debian's libvips-tools has it. */
final class Vips {

    static final int PHOTOS = 4;

    /** Under names of their own: libvips keeps what it has just read. */
    private final List<String> copies = new ArrayList<>();
    private final Path directory;
    private double most;

    Vips(Path file, Path directory) throws IOException {
        this.directory = directory;
        for (int copy = 0; copy < PHOTOS; copy++) {
            copies.add(Files.copy(file, directory.resolve("copy" + copy + "-" + file.getFileName())).toString());
        }
    }

    static String version() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("vipsthumbnail", "--version").start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? version : "";
    }

    /**
     * Thumbnails a processor second.
     *
     * @param size of the long side; empty for the default
     */
    double made(String size, int filesACall) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("vipsthumbnail", "-o",
                directory.resolve("thumbnail.jpg").toString()));
        if (!size.isEmpty()) {
            command.addAll(List.of("--size", size));
        }
        double before = Processes.ended();
        for (int done = 0; done < PHOTOS; done += filesACall) {
            List<String> call = new ArrayList<>(command);
            call.addAll(copies.subList(done, done + filesACall));
            most = Math.max(most, Processes.run(call));
        }
        return PHOTOS / (Processes.ended() - before);
    }

    /** Memory of the largest call so far, in megabytes. */
    double most() {
        return most;
    }
}
