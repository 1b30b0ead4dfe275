package dev.likeness.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a part's own log, for messages about why it failed. */
final class LogTail {

    private static final int BYTES = 2_000;

    private LogTail() {}

    /** A sentence with the log's place and its last lines; where it can't be read, only its place. */
    static String of(Path logFile) {
        try (RandomAccessFile file = new RandomAccessFile(logFile.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            return "Its log " + logFile + " ends with:\n" + new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "Its log would be " + logFile + ", but there is none.";
        }
    }
}
