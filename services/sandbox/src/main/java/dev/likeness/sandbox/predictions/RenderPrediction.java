package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.behaviour.Nsfw;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.Rendering;
import dev.likeness.sandbox.portraits.PictureFormat;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a prediction's images: image i of seed s is the one of seed s + i. */
@Component
class RenderPrediction {

    private static final Logger log = LoggerFactory.getLogger(RenderPrediction.class);

    private final Predictions predictions;
    private final Sitter sitter;
    private final Behaviours behaviours;
    private final Clock clock;
    private final Semaphore easels = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    RenderPrediction(Predictions predictions, Sitter sitter, Behaviours behaviours, Clock clock) {
        this.predictions = predictions;
        this.sitter = sitter;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    void handle(String id) throws InterruptedException {
        Prediction prediction = predictions.find(id).orElseThrow();
        if (prediction.rendering() != null || prediction.removed()) {
            return;
        }
        easels.acquire();
        try {
            Rendering rendering = render(prediction);
            Prediction known = predictions.update(id, each -> each.withRendering(rendering)).orElseThrow();
            if (known.removed()) {
                Disk.delete(predictions.outputsOf(known));
            }
        } finally {
            easels.release();
        }
    }

    private Rendering render(Prediction prediction) {
        Nsfw nsfw = behaviours.current().nsfw();
        if (nsfw == Nsfw.ALL) {
            return Rendering.failed(clock.instant(), "All generated images contained NSFW content. "
                    + "Try running it again with a different prompt.");
        }
        String wanted = String.valueOf(prediction.input().getOrDefault("output_format", "webp"));
        if (wanted.equals("webp")) {
            return Rendering.failed(clock.instant(),
                    "The sandbox cannot write webp, which is the default: ask for output_format jpg or png.");
        }
        try {
            List<String> files = images(prediction, PictureFormat.of(wanted), nsfw);
            return new Rendering(clock.instant(), files, null);
        } catch (IOException | RuntimeException e) {
            log.warn("Prediction {} could not be rendered", prediction.id(), e);
            return Rendering.failed(clock.instant(), "The sandbox could not read this version's training photos.");
        }
    }

    private List<String> images(Prediction prediction, PictureFormat format, Nsfw nsfw) throws IOException {
        int count = number(prediction, "num_outputs", 1);
        int quality = number(prediction, "output_quality", 80);
        Path folder = Disk.directory(predictions.outputsOf(prediction));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (nsfw == Nsfw.SOME && i % 2 == 1) {
                continue;
            }
            String name = "out-" + i + "." + format.ending();
            Disk.write(folder.resolve(name), format.encode(sitter.sit(prediction, i), quality));
            files.add(name);
        }
        return files;
    }

    private static int number(Prediction prediction, String key, int otherwise) {
        return prediction.input().get(key) instanceof Number given ? given.intValue() : otherwise;
    }
}
