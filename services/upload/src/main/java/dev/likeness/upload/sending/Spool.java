package dev.likeness.upload.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A temporary file that has no name for longer than a moment: it is deleted as soon as it is open,
 * so that not even a killed process leaves a photo behind.
 */
final class Spool implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final AsynchronousFileChannel channel;

    private Spool(AsynchronousFileChannel channel) {
        this.channel = channel;
    }

    static Spool in(Path directory) {
        try {
            Path file = Files.createDirectories(directory).resolve("photo-" + UUID.randomUUID());
            return new Spool(AsynchronousFileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                    StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException failure) {
            throw new UncheckedIOException("A photo can't be spooled in " + directory, failure);
        }
    }

    /** Writes all of the content; every buffer is released. */
    Mono<Void> fill(Flux<DataBuffer> content) {
        return DataBufferUtils.write(content, channel)
                .doOnNext(DataBufferUtils::release)
                .then();
    }

    /** What was written, from the beginning; closes the file at its end. */
    Flux<DataBuffer> content(DataBufferFactory buffers) {
        return DataBufferUtils.readAsynchronousFileChannel(() -> channel, buffers, PIECE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("A spooled photo can't be closed", failure);
        }
    }
}
