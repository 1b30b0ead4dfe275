package dev.likeness.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One person's way from photos to portraits, in steps that a test can stop between. */
final class Journey {

    private static final Set<String> TRAINING_ENDS = Set.of("succeeded", "failed", "canceled", "timedOut");

    final String userId;
    final Api api;

    Journey(String userId, Api api) {
        this.userId = userId;
        this.api = api;
    }

    static Journey ofSomebodyNew() {
        String userId = "e2e" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L);
        return new Journey(userId, Running.one().as(userId));
    }

    /** The demo's photos. */
    static List<byte[]> photos(int count) {
        List<byte[]> photos = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            try (InputStream photo = Journey.class
                    .getResourceAsStream(String.format(Locale.ROOT, "/demo/photos/%02d.jpg", i))) {
                assertThat(photo).isNotNull();
                photos.add(photo.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return photos;
    }

    /** Announces, sends what is not held, completes; the upload's id. */
    String upload(List<byte[]> photos) {
        return complete(announce(photos), photos);
    }

    /** Sends the photos that the set, as it was last shown, does not hold; the upload's id. */
    String complete(JsonNode set, List<byte[]> photos) {
        send(set, photos, photos.size());
        String uploadId = set.path("uploadId").asString();
        assertThat(api.post("/v1/uploads/" + uploadId + "/complete", Map.of()).status()).isEqualTo(202);
        return uploadId;
    }

    void send(JsonNode set, List<byte[]> photos, int first) {
        for (int i = 0; i < first; i++) {
            JsonNode photo = set.path("photos").get(i);
            if (!photo.path("state").asString().equals("held")) {
                assertThat(api.put(photo.path("uploadUrl").asString(), photos.get(i)).status()).isBetween(200, 204);
            }
        }
    }

    JsonNode announce(List<byte[]> photos) {
        List<Map<String, Object>> announced = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            announced.add(Map.of("name", "photo-" + i + ".jpg", "size", photos.get(i).length, "sha256",
                    sha256(photos.get(i))));
        }
        Api.Answer answer = api.post("/v1/uploads", Map.of("photos", announced));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    JsonNode report(String uploadId) {
        return api.await("/v1/uploads/" + uploadId + "/report",
                report -> Set.of("accepted", "refused").contains(report.path("state").asString()));
    }

    JsonNode training(String trainingId) {
        return api.await("/v1/trainings/" + trainingId,
                training -> TRAINING_ENDS.contains(training.path("state").asString()));
    }

    String generate(int outputs) {
        var _ = api.await("/v1/models", models -> models.path("items")
                .valueStream()
                .anyMatch(model -> model.path("current").asBoolean()));
        Api.Answer answer = api.post("/v1/generations",
                Map.of("prompt", "on a quiet street in the evening, head and shoulders", "outputs", outputs));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("generationId").asString();
    }

    JsonNode generation(String generationId) {
        return api.await("/v1/generations/" + generationId,
                generation -> Set.of("done", "failed", "canceled").contains(generation.path("state").asString()));
    }

    List<JsonNode> previews(int count) {
        return api.await("/v1/gallery?state=preview&heldBack=show", page -> page.path("items").size() == count)
                .path("items")
                .valueStream()
                .toList();
    }

    /** Those of one generation: a training is followed by a shoot of its own. */
    List<JsonNode> previews(JsonNode generation) {
        Set<String> made = generation.path("portraits")
                .valueStream()
                .map(portrait -> portrait.path("portraitId").asString())
                .collect(Collectors.toSet());
        return of(api.await("/v1/gallery?state=preview&heldBack=show", page -> of(page, made).size() == made.size()),
                made);
    }

    private static List<JsonNode> of(JsonNode page, Set<String> made) {
        return page.path("items")
                .valueStream()
                .filter(item -> made.contains(item.path("portraitId").asString()))
                .toList();
    }

    /** The whole way. */
    List<JsonNode> portraits(int photos, int outputs) {
        String uploadId = upload(photos(photos));
        JsonNode report = report(uploadId);
        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("accepted");
        JsonNode training = training(report.path("trainingId").asString());
        assertThat(training.path("state").asString()).as(training.toString()).isEqualTo("succeeded");
        JsonNode generation = generation(generate(outputs));
        assertThat(generation.path("state").asString()).as(generation.toString()).isEqualTo("done");
        return previews(generation);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
