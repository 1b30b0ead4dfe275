package dev.likeness.local.demo;

import dev.likeness.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Takes one person's photos to saved portraits. */
public final class Demo {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);
    private static final String PROMPT = "in a bright studio, wearing a dark blue jacket, soft light from a window, "
            + "head and shoulders";

    private final Edge edge;
    private final Screen screen;
    private final Path out;
    private final Clock clock = Clock.systemUTC();

    public Demo(URI edge, String token, Screen screen, Path out) {
        this.edge = new Edge(edge, token);
        this.screen = screen;
        this.out = out;
    }

    /** @param folder the person's photos, or the demo's own where it is empty */
    public void run(Optional<Path> folder) {
        Photos photos = folder.map(Photos::in).orElseGet(() -> Photos.bundled(out.resolve("photos")));
        screen.line("Photos      " + photos.about());
        String uploadId = upload(photos);
        String trainingId = check(uploadId, photos.files().size());
        train(trainingId);
        show(generate());
    }

    private String upload(Photos photos) {
        JsonNode set = edge.post("/v1/uploads", Map.of("photos", photos.announced()), key());
        String uploadId = set.path("uploadId").asString();
        int sent = 0;
        for (JsonNode photo : set.path("photos")) {
            if (!photo.path("state").asString().equals("held")) {
                edge.put(URI.create(photo.path("uploadUrl").asString()), photos.files().get(sent));
            }
            screen.bar("Upload", ++sent, photos.files().size());
        }
        var _ = edge.post("/v1/uploads/" + uploadId + "/complete", Map.of(), key());
        return uploadId;
    }

    private String check(String uploadId, int total) {
        JsonNode report = await("/v1/uploads/" + uploadId + "/report", node -> {
            long done = node.path("photos")
                    .valueStream()
                    .filter(photo -> !photo.path("verdict").asString().equals("checking"))
                    .count();
            screen.bar("Checks", done, total);
            return !node.path("state").asString().equals("checking");
        });
        for (JsonNode photo : report.path("photos")) {
            for (JsonNode reason : photo.path("reasons")) {
                screen.line("            photo " + photo.path("photoId").asString() + ": "
                        + reason.path("message").asString());
            }
        }
        screen.line("Accepted    " + report.path("goodPhotos").asInt() + " of " + total + " photos");
        if (!report.path("state").asString().equals("accepted")) {
            throw new Refusal("The photos were not accepted: " + report.path("reasons")
                    .valueStream()
                    .map(reason -> reason.path("message").asString())
                    .toList());
        }
        return report.path("trainingId").asString();
    }

    private void train(String trainingId) {
        JsonNode training = await("/v1/trainings/" + trainingId, node -> {
            if (node.path("totalSteps").asInt() > 0) {
                screen.bar("Training", node.path("step").asInt(), node.path("totalSteps").asInt());
            }
            return List.of("succeeded", "failed", "canceled", "timedOut").contains(node.path("state").asString());
        });
        if (!training.path("state").asString().equals("succeeded")) {
            throw new Refusal("The training ended without a model: "
                    + training.path("failure").path("message").asString("no reason was given"));
        }
        screen.line("Model       " + training.path("model").asString());
    }

    private JsonNode generate() {
        var _ = await("/v1/models", node -> node.path("items")
                .valueStream()
                .anyMatch(model -> model.path("current").asBoolean()));
        String id = edge.post("/v1/generations", Map.of("prompt", PROMPT, "outputs", 4), key())
                .path("generationId")
                .asString();
        JsonNode generation = await("/v1/generations/" + id, node -> {
            screen.bar("Portraits", node.path("portraits").size(), 4);
            return List.of("done", "failed", "canceled").contains(node.path("state").asString());
        });
        if (!generation.path("state").asString().equals("done")) {
            throw new Refusal("No portraits were made: " + generation.path("failure").path("message").asString());
        }
        screen.line("Prompt      " + generation.path("prompt").asString());
        int wanted = generation.path("portraits").size();
        List<String> made = generation.path("portraits")
                .valueStream()
                .map(portrait -> portrait.path("portraitId").asString())
                .toList();
        return await("/v1/gallery?state=preview", node -> node.path("items")
                .valueStream()
                .filter(item -> made.contains(item.path("portraitId").asString()))
                .count() == wanted).path("items");
    }

    private void show(JsonNode portraits) {
        List<String> rows = new ArrayList<>();
        int number = 0;
        for (JsonNode portrait : portraits) {
            String id = portrait.path("portraitId").asString();
            var _ = edge.post("/v1/gallery/" + id + "/save", Map.of(), key());
            Path file = out.resolve(String.format(Locale.ROOT, "portrait-%02d.jpg", ++number));
            edge.download("/v1/gallery/" + id + "/image", file);
            rows.add(String.format(Locale.ROOT, "%-2d  %4dx%-4d  %10d  %-12s  %s", number,
                    portrait.path("width").asInt(), portrait.path("height").asInt(), portrait.path("seed").asLong(),
                    portrait.path("likeness").asString("not measured"), file));
        }
        screen.line("");
        screen.line("#   size             seed  likeness      file");
        rows.forEach(screen::line);
    }

    private JsonNode await(String path, Function<JsonNode, Boolean> done) {
        Instant unheard = clock.instant().plus(HEARD_WITHIN);
        while (true) {
            Optional<JsonNode> node = edge.find(path);
            if (node.isPresent() && done.apply(node.get())) {
                return node.get();
            }
            if (node.isEmpty() && clock.instant().isAfter(unheard)) {
                throw new Refusal("Nothing is known of " + path + " after " + HEARD_WITHIN.toSeconds()
                        + " s. See: likeness logs");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new Refusal("Interrupted");
            }
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Makes the folder for the files. */
    public static Path folder(Path wanted) {
        try {
            return Files.createDirectories(wanted);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
