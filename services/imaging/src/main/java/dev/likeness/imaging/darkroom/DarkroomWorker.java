package dev.likeness.imaging.darkroom;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.examining.Copies;
import dev.likeness.imaging.examining.Examiner;
import dev.likeness.imaging.faces.Faces;
import dev.likeness.imaging.reading.Examination;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Function;

/** What runs in a child process of the darkroom. */
public final class DarkroomWorker {

    private static final long TIDY_BYTES = 256 << 20;

    private DarkroomWorker() {}

    public static void main(String[] arguments) throws Exception {
        try (Faces faces = Faces.load()) {
            serve(new Examiner(copies(arguments), faces::read)::examine);
        }
    }

    static List<String> arguments(Copies copies) {
        return List.of(Integer.toString(copies.longSide()), Double.toString(copies.quality()),
                Integer.toString(copies.thumbnailLongSide()), Long.toString(copies.maxPixels()));
    }

    static Copies copies(String[] arguments) {
        return new Copies(Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]),
                Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }

    /**
     * Answers one photo after the other until the pipe ends. That it has ended is seen at any time,
     * even in the midst of a photo: nobody else would stop a worker whose service is gone.
     */
    static void serve(Function<byte[], Examination> examiner) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024));
        // Whatever a library prints must not get between the answers.
        System.setOut(System.err);
        BlockingQueue<byte[]> photos = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("pipe").start(() -> read(photos));
        out.writeInt(Wire.GREETING);
        out.flush();
        while (true) {
            answer(photos.take(), examiner, out);
            giveBackMemory();
        }
    }

    private static void read(BlockingQueue<byte[]> photos) {
        try (DataInputStream in = new DataInputStream(System.in)) {
            while (true) {
                photos.put(Wire.readPhoto(in));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Left alone, a heap is filled to its limit first, with what a few photos left behind. */
    private static void giveBackMemory() {
        if (Runtime.getRuntime().totalMemory() > TIDY_BYTES) {
            System.gc();
        }
    }

    private static void answer(byte[] photo, Function<byte[], Examination> examiner, DataOutputStream out)
            throws IOException {
        Examination examination;
        try {
            examination = examiner.apply(photo);
        } catch (UnreadableImage refusal) {
            Wire.write(out, refusal);
            return;
        }
        Wire.write(out, examination);
    }
}
