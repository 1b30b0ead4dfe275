package dev.likeness.imaging.darkroom;

import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;
import static dev.likeness.imaging.UnreadableImage.Reason.TOO_MANY_PIXELS;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;

import dev.likeness.imaging.HeicPicture;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.Examination;
import java.util.concurrent.Semaphore;

/**
 * Examines photos in child processes. Headers and sizes are checked here, in Java, so that a bomb
 * costs no process; pixels are decoded there. A worker that is lost over a photo is replaced and
 * the photo tried once more; one that costs two workers is refused. Safe for many threads: who
 * comes when all workers are busy waits, in order of coming.
 */
public final class Darkroom implements AutoCloseable {

    private static final int TRIES = 2;

    private final DarkroomSettings settings;
    private final Workers workers;
    private final Semaphore free;

    public Darkroom(DarkroomSettings settings) {
        this(settings, new WorkerCommand(settings, DarkroomWorker.class.getName()));
    }

    Darkroom(DarkroomSettings settings, WorkerCommand command) {
        this.settings = settings;
        this.workers = new Workers(settings, command);
        this.free = new Semaphore(settings.workers(), true);
    }

    /**
     * Takes processor time in another process and blocks until it is done: at most eight times the time
     * that a photo may take, once it is its turn.
     *
     * @throws UnreadableImage where it is no picture, damaged, incomplete, too large, animated, or has
     * cost two workers
     * @throws DarkroomFailure where no worker could be had, or this is closed
     * @throws InterruptedException where the caller was interrupted: the worker is killed
     */
    public Examination examine(byte[] file) throws InterruptedException {
        ImageHeader header = check(file);
        free.acquire();
        try {
            return examine(file, new Plausible(header, settings.copies()));
        } finally {
            free.release();
        }
    }

    /** Kills the workers: who still waits for one is told by a {@link DarkroomFailure}. */
    @Override
    public void close() {
        workers.close();
    }

    private ImageHeader check(byte[] file) {
        ImageHeader header = ImageHeader.read(file);
        long pixels = header.pixels();
        if (header.animated()) {
            throw new UnreadableImage(SEVERAL_FRAMES, header.format().name());
        }
        if (pixels <= settings.copies().maxPixels() && header.format() == ImageFormat.HEIC) {
            // What is cropped away has to be decoded all the same.
            HeicPicture whole = HeicPicture.of(file);
            pixels = (long) whole.width() * whole.height();
        }
        if (pixels > settings.copies().maxPixels()) {
            throw new UnreadableImage(TOO_MANY_PIXELS, pixels + " pixels");
        }
        Images.requireWhole(file, header.format());
        return header;
    }

    private Examination examine(byte[] file, Plausible plausible) throws InterruptedException {
        WorkerLost last = new WorkerLost("never asked");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Worker worker = attempt == 0 ? workers.any() : workers.fresh();
            try {
                Examination answer = plausible.check(worker.examine(file, settings.timePerPhoto()));
                workers.rest(worker);
                return answer;
            } catch (UnreadableImage refusal) {
                workers.rest(worker);
                throw refusal;
            } catch (WorkerLost e) {
                workers.dismiss(worker);
                last = e;
                if (workers.isClosed()) {
                    throw new DarkroomFailure("The darkroom was closed", e);
                }
            } catch (InterruptedException e) {
                workers.dismiss(worker);
                throw e;
            }
        }
        throw new UnreadableImage(UNREADABLE, "two workers were lost, the last because " + last.getMessage());
    }

    /** For tests: which processes there are. */
    Workers workers() {
        return workers;
    }
}
