package dev.likeness.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process with a note of its id and start time on disk, by which the next instance finds
 * and ends it if we are killed. The start time, because ids are used again.
 */
final class ChildProcess {

    private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The system computes start times from its boot time, which moves when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Process process;
    private final Path note;

    private ChildProcess(Process process, Path note) {
        this.process = process;
        this.note = note;
    }

    static ChildProcess start(ProcessBuilder command, Path note) throws IOException {
        ChildProcess child = new ChildProcess(command.start(), note);
        try {
            long started = child.process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            Files.writeString(note, child.process.pid() + " " + started);
            return child;
        } catch (IOException e) {
            child.stop();
            throw e;
        }
    }

    /**
     * Ends a child that an earlier, killed instance left running; a note of a process that is gone is
     * removed.
     */
    static void clearLeftover(Path note) {
        if (Files.notExists(note)) {
            return;
        }
        try {
            noted(Files.readString(note).strip()).ifPresent(child -> {
                log.info("stopping process {}, left running by an instance that was killed", child.pid());
                end(child);
            });
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new PartUnavailable("The note " + note + " of an earlier process can't be read: " + e.getMessage(),
                    e);
        }
    }

    /** Waits; true as soon as the process has ended, false if it runs on. */
    boolean endsWithin(Duration wait) {
        return Processes.ends(process.toHandle(), wait);
    }

    /** Asks it to end, and kills it after 5 s. Repeatable. */
    void stop() {
        end(process.toHandle());
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            log.warn("the note of an ended process stays behind", e);
        }
    }

    private static Optional<ProcessHandle> noted(String note) {
        if (!note.matches("\\d{1,10} \\d{1,15}")) {
            return Optional.empty();
        }
        String[] words = note.split(" ", -1);
        Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .isPresent());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!Processes.ends(process, PATIENCE)) {
            process.destroyForcibly();
            if (!Processes.ends(process, PATIENCE)) {
                throw new PartUnavailable("Process " + process.pid() + " doesn't end. Stop it by hand.");
            }
        }
    }
}
