package dev.likeness.imaging.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.likeness.imaging.examining.Examiner;
import dev.likeness.imaging.examining.FaceReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker whose decoder has every hole there is: what follows a photo's end tells it what to do.
 */
public final class HostileWorker {

    private HostileWorker() {}

    public static void main(String[] arguments) throws Exception {
        Examiner examiner = new Examiner(DarkroomWorker.copies(arguments), FaceReader.NONE);
        DarkroomWorker.serve(file -> {
            obey(file);
            return examiner.examine(file);
        });
    }

    /** A good photo that makes this worker do so. */
    static byte[] photo(byte[] good, String order) {
        byte[] tail = ("\n#" + order).getBytes(ISO_8859_1);
        return ByteBuffer.allocate(good.length + tail.length).put(good).put(tail).array();
    }

    private static void obey(byte[] file) {
        String text = new String(file, ISO_8859_1);
        String[] order = text.substring(text.lastIndexOf("\n#") + 2).split(" ", 2);
        switch (order[0]) {
            case "crash" -> Runtime.getRuntime().halt(139);
            case "crash-once" -> crashOnce(Path.of(order[1]));
            case "hang" -> hang();
            case "spin" -> spin();
            case "eat-memory" -> eat();
            case "eat-heap" -> eatHeap();
            case "throw" -> throw new IllegalStateException("a bug");
            case "lie" ->
                write(ByteBuffer.allocate(17).put((byte) 1).putInt(4).put("null".getBytes(ISO_8859_1)).array());
            case "flood" -> write(new byte[]{1, 0x7f, -1, -1, -1});
            case "babble" -> write("HTTP/1.1 200 OK".getBytes(ISO_8859_1));
            default -> {
            }
        }
    }

    private static void crashOnce(Path mark) {
        try {
            if (!Files.exists(mark)) {
                Files.createFile(mark);
                Runtime.getRuntime().halt(139);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hang() {
        while (true) {
            LockSupport.park();
        }
    }

    private static void spin() {
        long count = 0;
        while (count >= 0) {
            count = count + 1 & Integer.MAX_VALUE;
        }
    }

    private static void eat() {
        List<ByteBuffer> eaten = new ArrayList<>();
        while (true) {
            ByteBuffer piece = ByteBuffer.allocateDirect(8 << 20);
            for (int i = 0; i < piece.capacity(); i += 4096) {
                piece.put(i, (byte) 1);
            }
            eaten.add(piece);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void eatHeap() {
        List<byte[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new byte[8 << 20]);
        }
    }

    private static void write(byte[] bytes) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes);
            hang();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
