package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;

/** Verdicts as they come. */
class StreamingTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final String userId = person.userId().value();
    private final UploadedSet set = new UploadedSet(running, person);

    @Test
    void tellsEachPhotoAndThenTheSetAndGoesOnWhereItWasCutOff() {
        set.addGood(3, 3000);
        var _ = running.probe().publish(set.event(true));
        Awaitility.await()
                .until(() -> running.client(userId)
                        .get()
                        .uri("/v1/uploads/{id}/report", set.uploadId())
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .is2xxSuccessful());

        List<Told> told = stream(0);

        assertThat(told.getLast().event()).isEqualTo("set");
        JsonNode verdict = told.getLast().data();
        assertThat(verdict.path("state").asString()).isEqualTo("refused");
        assertThat(verdict.path("coverage").path("meter").isNumber()).isTrue();
        assertThat(verdict.has("photos")).isFalse();
        List<Told> photos = told.subList(0, told.size() - 1);
        assertThat(photos).allMatch(event -> "photo".equals(event.event()));
        assertThat(photos.stream().map(event -> event.data().path("photoId").asString()).distinct())
                .containsExactlyInAnyOrder(set.photoId(0), set.photoId(1), set.photoId(2));
        assertThat(told).extracting(event -> event.id()).isSorted();

        List<Told> rest = stream(told.getFirst().id());
        assertThat(rest).extracting(Told::id)
                .isSubsetOf(told.stream().map(Told::id).toList())
                .doesNotContain(told.getFirst().id());
        assertThat(rest.getLast().id()).isEqualTo(told.getLast().id());
        tellsWhatChanged(told.getLast().id());
    }

    /**
     * After a change the stream goes on to the next verdict, and from the beginning it shows that one.
     */
    private void tellsWhatChanged(long seen) {
        set.drop(0);
        set.addGood(1, 3010);
        var _ = running.probe().publish(set.event(2, true));
        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() == 2);

        List<Told> later = stream(seen);
        List<Told> whole = stream(0);

        assertThat(later.getFirst().data().path("photoId").asString()).isEqualTo(set.photoId(2));
        assertThat(later.getLast().data().path("revision").asInt()).isEqualTo(2);
        assertThat(whole.getLast().id()).isEqualTo(later.getLast().id());
        assertThat(whole.stream().filter(event -> "set".equals(event.event()))).hasSize(1);
    }

    private record Told(long id, String event, JsonNode data) {

        static Told of(ServerSentEvent<JsonNode> event) {
            return new Told(Long.parseLong(Objects.requireNonNull(event.id())),
                    Objects.requireNonNull(event.event()), Objects.requireNonNull(event.data()));
        }
    }

    /** Until it ends by itself; comments are left out. */
    private List<Told> stream(long after) {
        return running.client(userId)
                .get()
                .uri("/v1/uploads/{id}/events", set.uploadId())
                .headers(headers -> {
                    if (after > 0) {
                        headers.set("Last-Event-ID", Long.toString(after));
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {
                })
                .getResponseBody()
                .filter(event -> event.id() != null)
                .map(Told::of)
                .collectList()
                .blockOptional(Duration.ofSeconds(40))
                .orElseThrow();
    }
}
