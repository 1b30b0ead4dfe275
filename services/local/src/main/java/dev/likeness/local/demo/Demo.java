package dev.likeness.local.demo;

import dev.likeness.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes one person's photos to saved portraits. */
public final class Demo {

    private static final String PROMPT = "in a bright studio, wearing a dark blue jacket, soft light from a window, "
            + "head and shoulders";

    private final Edge edge;
    private final Screen screen;
    private final Path out;

    public Demo(URI edge, String token, Screen screen, Path out) {
        this.edge = new Edge(edge, token);
        this.screen = screen;
        this.out = out;
    }

    /**
     * @param folder the person's photos, or the demo's own where it is empty
     * @param more photos to send in place of refused ones, should the set not be accepted as it is
     */
    public void run(Optional<Path> folder, Optional<Path> more) {
        Photos photos = folder.map(Photos::in).orElseGet(() -> Photos.bundled(out.resolve("photos")));
        screen.line("Photos      " + photos.about());
        PhotoSession session = PhotoSession.begin(edge, screen, photos);
        JsonNode report = tell(session, session.check(), "report.json");
        if (!isAccepted(report) && more.isPresent()) {
            session.replaceRefused(report, Photos.in(more.get()));
            report = tell(session, session.check(), "report-after-adding.json");
        }
        if (!isAccepted(report)) {
            throw new Refusal("The photos were not accepted; why is said above"
                    + (more.isPresent() ? "." : ". To go on, name a folder with others: --add DIR."));
        }
        train(report.path("trainingId").asString());
        new Results(edge, screen, out).show(generate());
    }

    private JsonNode tell(PhotoSession session, JsonNode report, String name) {
        Path file = out.resolve(name);
        // The service keeps no names of files; here they are the person's own.
        report.path("photos")
                .valueStream()
                .map(ObjectNode.class::cast)
                .forEach(photo -> photo.put("name", session.name(photo.path("photoId").asString())));
        try {
            Files.writeString(file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        ReportTable.lines(report, session::name).forEach(screen::line);
        screen.line("Accepted    " + report.path("goodPhotos").asInt() + " of " + report.path("photos").size()
                + " photos (as JSON: " + file + ")");
        return report;
    }

    private static boolean isAccepted(JsonNode report) {
        return report.path("state").asString().equals("accepted");
    }

    private void train(String trainingId) {
        AtomicReference<String> stage = new AtomicReference<>("");
        JsonNode training = edge.await("/v1/trainings/" + trainingId, node -> {
            String said = node.path("stage").asString("");
            if (node.path("step").asInt() == 0 && !said.equals(stage.getAndSet(said))) {
                screen.line("            " + said);
            }
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
        judge();
        String id = edge.post("/v1/generations", Map.of("prompt", PROMPT, "outputs", 4))
                .path("generationId")
                .asString();
        JsonNode generation = ended(id);
        if (!generation.path("state").asString().equals("done")) {
            throw new Refusal("No portraits were made: " + generation.path("failure").path("message").asString());
        }
        screen.line("Prompt      " + generation.path("prompt").asString());
        List<String> made = generation.path("portraits")
                .valueStream()
                .map(portrait -> portrait.path("portraitId").asString())
                .toList();
        var _ = edge.await("/v1/gallery?state=preview&heldBack=show", node -> node.path("items")
                .valueStream()
                .filter(item -> made.contains(item.path("portraitId").asString()))
                .count() == made.size());
        return generation;
    }

    /** A training is followed by a shoot that nobody asked for, unless that is switched off. */
    private void judge() {
        JsonNode model = edge.await("/v1/models", node -> !node.path("items").isEmpty()).path("items").get(0);
        if (!model.hasNonNull("testShoot")) {
            return;
        }
        JsonNode shoot = ended(model.path("testShoot").asString());
        screen.line("Test shoot  " + shoot.path("portraits").size() + " portraits, made by itself to see whether the "
                + "model is the person: "
                + String.join("; ", shoot.path("portraits").valueStream().map(Results::likeness).toList()));
        JsonNode judged = edge.find("/v1/models").orElse(model).path("items").get(0);
        if (!judged.path("usable").asBoolean(true)) {
            throw new Refusal(judged.path("refusal").path("message").asString());
        }
    }

    private JsonNode ended(String generationId) {
        return edge.await("/v1/generations/" + generationId, node -> {
            screen.bar("Portraits", node.path("portraits").size(), node.path("parameters").path("outputs").asInt());
            return List.of("done", "failed", "canceled").contains(node.path("state").asString());
        });
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
