package dev.likeness.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person gets in the end: the files, how alike each is, all of them on one sheet. */
final class Results {

    private final Edge edge;
    private final Screen screen;
    private final Path out;

    Results(Edge edge, Screen screen, Path out) {
        this.edge = edge;
        this.screen = screen;
        this.out = out;
    }

    /** @param generation that has ended, its portraits best first */
    void show(JsonNode generation) {
        List<String> rows = new ArrayList<>();
        List<ContactSheet.Print> prints = new ArrayList<>();
        ObjectNode report = generation.deepCopy().asObject();
        for (JsonNode portrait : report.path("portraits")) {
            String id = portrait.path("portraitId").asString();
            var _ = edge.post("/v1/gallery/" + id + "/save", Map.of());
            int number = rows.size() + 1;
            Path file = out.resolve(String.format(Locale.ROOT, "portrait-%02d.jpg", number));
            edge.download("/v1/gallery/" + id + "/image", file);
            ((ObjectNode) portrait).put("file", file.getFileName().toString());
            rows.add(row(number, portrait, file));
            prints.add(new ContactSheet.Print(file, portrait.path("band").asString(), caption(number, portrait)));
        }
        Path sheet = out.resolve("contact-sheet.jpg");
        ContactSheet.write(prints, sheet);
        report.put("contactSheet", sheet.getFileName().toString());
        screen.line("");
        screen.line("#   size             seed  likeness                       file");
        rows.forEach(screen::line);
        if (generation.has("heldBack")) {
            screen.line(generation.path("heldBack").path("message").asString());
        }
        screen.line("Together    " + sheet + " (as JSON: " + write(report) + ")");
    }

    private static String row(int number, JsonNode portrait, Path file) {
        return String.format(Locale.ROOT, "%-2d  %4dx%-4d  %10d  %-29s  %s", number, portrait.path("width").asInt(),
                portrait.path("height").asInt(), portrait.path("seed").asLong(), likeness(portrait), file);
    }

    private static List<String> caption(int number, JsonNode portrait) {
        return List.of(number + ": " + likeness(portrait),
                portrait.path("copiesPhoto").asBoolean() ? "made by AI; repeats a photo" : "made by AI");
    }

    /** Such as {@code as your photos, 40th percentile}. */
    static String likeness(JsonNode portrait) {
        String band = portrait.path("band").asString("NOT_MEASURED").toLowerCase(Locale.ROOT).replace('_', ' ');
        return portrait.hasNonNull("percentile")
                ? String.format(Locale.ROOT, "%s, percentile %.0f", band, portrait.path("percentile").asDouble())
                : band;
    }

    private Path write(JsonNode report) {
        Path file = out.resolve("portraits.json");
        try {
            return Files.writeString(file,
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
