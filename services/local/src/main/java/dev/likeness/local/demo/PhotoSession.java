package dev.likeness.local.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One upload, from the first photo to a set that is accepted. */
final class PhotoSession {

    private final Edge edge;
    private final Screen screen;
    private final String path;
    private final Map<String, String> names = new LinkedHashMap<>();

    private PhotoSession(Edge edge, Screen screen, String uploadId) {
        this.edge = edge;
        this.screen = screen;
        this.path = "/v1/uploads/" + uploadId;
    }

    static PhotoSession begin(Edge edge, Screen screen, Photos photos) {
        JsonNode set = edge.post("/v1/uploads", Map.of("photos", photos.announced()));
        PhotoSession session = new PhotoSession(edge, screen, set.path("uploadId").asString());
        session.send(set.path("photos"), photos.files());
        return session;
    }

    /** The name under which the photo was sent. */
    String name(String photoId) {
        return names.getOrDefault(photoId, photoId);
    }

    /** Completes the set and waits for its verdict. */
    JsonNode check() {
        int revision = edge.post(path + "/complete", Map.of()).path("revision").asInt(0);
        return edge.await(path + "/report", report -> {
            if (report.path("revision").asInt() < revision) {
                return false;
            }
            long done = report.path("photos")
                    .valueStream()
                    .filter(photo -> !photo.path("verdict").asString().equals("checking"))
                    .count();
            screen.bar("Checks", done, names.size());
            return !report.path("state").asString().equals("checking");
        });
    }

    /**
     * Sends others and drops what was refused; in this order, because adding is what opens the set
     * again.
     */
    void replaceRefused(JsonNode report, Photos others) {
        JsonNode set = edge.post(path + "/photos", Map.of("photos", others.announced()));
        send(set.path("photos").valueStream().skip(set.path("photos").size() - others.files().size()).toList(),
                others.files());
        for (JsonNode photo : report.path("photos")) {
            if (photo.path("verdict").asString().equals("rejected")) {
                String photoId = photo.path("photoId").asString();
                edge.delete(path + "/photos/" + photoId);
                screen.line("Dropped     " + names.remove(photoId));
            }
        }
    }

    private void send(Iterable<JsonNode> announced, List<Path> files) {
        int sent = 0;
        for (JsonNode photo : announced) {
            names.put(photo.path("photoId").asString(), photo.path("name").asString());
            if (!photo.path("state").asString().equals("held")) {
                edge.put(URI.create(photo.path("uploadUrl").asString()), files.get(sent));
            }
            screen.bar("Upload", ++sent, files.size());
        }
    }
}
