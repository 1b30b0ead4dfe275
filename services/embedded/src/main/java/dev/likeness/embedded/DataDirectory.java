package dev.likeness.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory that one instance at a time may use. The lock is the operating system's and dies with
 * the process, so a lock file left by a kill -9 is harmless.
 */
final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 256L << 20;

    private final Path directory;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /** Creates the directory where needed, for its owner only, and locks it. */
    static DataDirectory lock(Path wanted) {
        Path directory = create(wanted);
        Path file = directory.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new PartUnavailable("The data directory " + directory + " is in use by another running instance"
                        + (holder.isBlank() ? "" : " (process " + holder + ")")
                        + ". Stop that one first, or give this one a data directory of its own.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new DataDirectory(directory, channel);
        } catch (IOException e) {
            throw new PartUnavailable("The data directory " + directory + " can't be locked: " + e.getMessage()
                    + ". It must be on a local disk that isn't full, and you must be allowed to write there.", e);
        }
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /**
     * Throws when so little is left on the disk that a part would soon fail in the middle of its work.
     */
    void requireSpace() {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new PartUnavailable(
                        "Only " + (free >> 20) + " MB are free on the disk of " + directory + ", at least "
                                + (LEAST_FREE_BYTES >> 20)
                                + " MB are needed. Make room, or choose a data directory on another disk.");
            }
        } catch (IOException e) {
            throw new PartUnavailable("The free space of " + directory + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new PartUnavailable("The lock of " + directory + " can't be released: " + e.getMessage(), e);
        }
    }

    private static Path create(Path wanted) {
        Path directory = wanted.toAbsolutePath().normalize();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new PartUnavailable(directory + " is a file, so it can't be the data directory. Choose another one.");
        }
        try {
            if (Files.notExists(directory)) {
                OwnerOnly.directory(directory);
            }
            // Links resolved, as the system reports the directory of a running PostgreSQL.
            return directory.toRealPath();
        } catch (IOException e) {
            throw new PartUnavailable("The data directory " + directory + " can't be created (" + e
                    + "). Choose one that you may write to, on a disk that isn't full.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM.
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    }
}
