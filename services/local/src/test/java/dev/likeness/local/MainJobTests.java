package dev.likeness.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.likeness.local.instance.Status.Urls;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, through HTTP alone. */
class MainJobTests {

    @Test
    void turnsFifteenPhotosIntoSavedPortraits() throws IOException {
        Journey person = Journey.ofSomebodyNew();

        List<JsonNode> previews = person.portraits(15, 4);

        for (JsonNode preview : previews) {
            String id = preview.path("portraitId").asString();
            assertThat(person.api.post("/v1/gallery/" + id + "/save", Map.of()).status()).isEqualTo(200);
            Api.Answer image = person.api.get("/v1/gallery/" + id + "/image");
            BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(image.bytes()));
            assertThat(image.contentType()).isEqualTo("image/jpeg");
            assertThat(portrait.getWidth()).isEqualTo(896);
            assertThat(portrait.getHeight()).isEqualTo(1152);
            BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(
                    person.api.get("/v1/gallery/" + id + "/thumbnail").bytes()));
            assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isLessThanOrEqualTo(320);
        }
        assertThat(person.api.get("/v1/gallery?state=saved").json().path("items").size()).isEqualTo(4);

        String first = previews.getFirst().path("portraitId").asString();
        assertThat(person.api.delete("/v1/gallery/" + first).status()).isEqualTo(204);
        assertThat(person.api.get("/v1/gallery/" + first + "/image").status()).isEqualTo(404);
        assertThat(person.api.get("/v1/gallery?state=saved").json().path("items").size()).isEqualTo(3);
    }

    @Test
    void servesTwoPeopleAtOnceAndMixesNothing() throws ExecutionException, InterruptedException {
        Journey one = Journey.ofSomebodyNew();
        Journey other = Journey.ofSomebodyNew();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<JsonNode>> ones = both.submit(() -> one.portraits(15, 2));
            Future<List<JsonNode>> others = both.submit(() -> other.portraits(15, 2));

            String onesModel = ones.get().getFirst().path("modelVersion").asString();
            String othersModel = others.get().getFirst().path("modelVersion").asString();
            assertThat(onesModel).isNotEmpty().isNotEqualTo(othersModel);
        }
        for (Journey person : List.of(one, other)) {
            JsonNode generation = person.api.get("/v1/generations").json().path("items").get(0);
            assertThat(person.api.get("/v1/generations/" + generation.path("generationId").asString())
                    .json()
                    .path("prompt")
                    .asString()).startsWith("user" + person.userId);
        }
    }

    @Test
    void refusesFourteenPhotosAndSaysSo() {
        Journey person = Journey.ofSomebodyNew();

        JsonNode report = person.report(person.upload(Journey.photos(14)));

        assertThat(report.path("state").asString()).isEqualTo("refused");
        assertThat(report.path("goodPhotos").asInt()).isEqualTo(14);
        assertThat(report.path("reasons").get(0).path("message").asString()).contains("14").contains("15");
        assertThat(person.api.get("/v1/trainings").json().path("items").size()).isZero();
    }

    @Test
    void trainsOnceWhenTheSamePhotosAreUploadedTwice() {
        Journey person = Journey.ofSomebodyNew();
        List<byte[]> photos = Journey.photos(15);
        JsonNode first = person.report(person.upload(photos));
        assertThat(first.path("state").asString()).isEqualTo("accepted");

        JsonNode again = person.announce(photos);
        assertThat(again.path("photos").valueStream().map(photo -> photo.path("state").asString()))
                .allMatch("held"::equals);
        String secondId = person.upload(photos);
        JsonNode second = person.report(secondId);

        assertThat(second.path("goodPhotos").asInt()).isEqualTo(15);
        var _ = person.training(first.path("trainingId").asString());
        assertThat(person.api.get("/v1/trainings").json().path("items").size()).isEqualTo(1);
        Running.one()
                .parts()
                .ifPresent(urls -> assertThat(Api.ledger(urls)
                        .path("trainings")
                        .valueStream()
                        .filter(training -> trigger(training).equals("user" + person.userId))
                        .count()).isEqualTo(1));
    }

    @Test
    void sendsTheProviderWhatTheRecipeSaysAndNothingElse() {
        Urls urls = parts();
        Journey person = Journey.ofSomebodyNew();
        var _ = person.portraits(15, 1);

        JsonNode training = Api.ledger(urls)
                .path("trainings")
                .valueStream()
                .filter(one -> trigger(one).equals("user" + person.userId))
                .findFirst()
                .orElseThrow()
                .path("input");
        assertThat(new TreeSet<>(training.propertyNames())).containsExactly("autocaption", "batch_size",
                "cache_latents_to_disk", "caption_dropout_rate", "gradient_checkpointing", "input_images",
                "learning_rate", "lora_rank", "optimizer", "resolution", "steps", "trigger_word");
        assertThat(training.path("steps").asInt()).isEqualTo(1200);
        assertThat(training.path("lora_rank").asInt()).isEqualTo(32);
        assertThat(training.path("resolution").asString()).isEqualTo("1024");
        assertThat(training.path("learning_rate").asDouble()).isEqualTo(1e-4);
        assertThat(training.path("caption_dropout_rate").asDouble()).isEqualTo(0.05);
        assertThat(training.path("gradient_checkpointing").asBoolean()).isTrue();
        JsonNode shown = person.api.get("/v1/trainings").json().path("items").get(0);
        JsonNode recipe = person.api.get("/v1/trainings/" + shown.path("trainingId").asString()).json().path("recipe");
        assertThat(recipe.path("withoutInput").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("mixedPrecision", "networkAlpha", "priorLossWeight");

        JsonNode prediction = Api.ledger(urls)
                .path("predictions")
                .valueStream()
                .map(one -> one.path("input"))
                .filter(one -> one.path("prompt").asString().startsWith("user" + person.userId))
                .findFirst()
                .orElseThrow();
        assertThat(prediction.path("aspect_ratio").asString()).isEqualTo("3:4");
        assertThat(prediction.path("num_inference_steps").asInt()).isEqualTo(35);
        assertThat(prediction.path("guidance_scale").asDouble()).isEqualTo(2.5);
        assertThat(prediction.path("lora_scale").asDouble()).isEqualTo(1.0);
        assertThat(prediction.path("output_quality").asInt()).isEqualTo(95);
        assertThat(prediction.path("output_format").asString()).isEqualTo("jpg");
        assertThat(prediction.path("model").asString()).isEqualTo("dev");
        assertThat(prediction.path("go_fast").asBoolean(true)).isFalse();
        assertThat(prediction.path("disable_safety_checker").asBoolean(true)).isFalse();
        assertThat(prediction.path("prompt").asString().split("user" + person.userId, -1)).hasSize(2);
    }

    @Test
    void speaksTheConfluentWireFormatOnEveryTopic() {
        Urls urls = parts();
        Journey person = Journey.ofSomebodyNew();
        var _ = person.portraits(15, 1);

        Map<String, Object> settings = Map.of("bootstrap.servers", urls.kafka());
        List<String> topics = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : consumer.listTopics().keySet()) {
                if (topic.startsWith("__")) {
                    continue;
                }
                topics.add(topic);
                var partitions = consumer.partitionsFor(topic)
                        .stream()
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    assertThat(record.value()[0]).as(topic).isZero();
                    assertThat(ByteBuffer.wrap(record.value(), 1, 4).getInt()).as(topic).isPositive();
                });
            }
        }
        JsonNode subjects = new Api(URI.create(urls.registry() + "/"), Optional.empty()).get("subjects").json();
        assertThat(subjects.valueStream().map(JsonNode::asString))
                .containsAll(topics.stream().map(topic -> topic + "-value").toList());
    }

    private static Urls parts() {
        assumeThat(Running.one().parts()).as("a deployment that shows its parts").isPresent();
        return Running.one().parts().orElseThrow();
    }

    private static String trigger(JsonNode training) {
        return training.path("input").path("trigger_word").asString();
    }
}
