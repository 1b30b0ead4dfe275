package dev.likeness.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which process an instance is.
 *
 * @param startedAt when that process started; a process id alone may be another's by now
 */
public record ProcessMark(long process, Instant startedAt) {

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process that was last started on this data directory, ready or not. */
    static Optional<ProcessMark> launched(Home home) {
        try {
            return Files.exists(home.process())
                    ? Optional.of(JsonMapper.shared().readValue(Files.readString(home.process()), ProcessMark.class))
                    : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Home home) {
        Files0600.write(home.process(), JsonMapper.shared().writeValueAsString(this));
    }

    /** The process, even one that was killed and is not quite gone. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(there -> there.info().startInstant().map(startedAt::equals).orElse(true));
    }

    /** A killed process keeps its id, and for a moment its ports, but has no command any more. */
    boolean lives() {
        return handle().flatMap(there -> there.info().command()).isPresent();
    }
}
