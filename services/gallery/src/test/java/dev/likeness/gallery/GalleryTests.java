package dev.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.PortraitDeleted;
import dev.likeness.events.PortraitSaved;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Events in, saving and deleting, events out, on real parts. */
class GalleryTests {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final RunningGallery running = RunningGallery.instance();
    private final Person person = MadePortraits.anyPerson();
    private final String userId = person.userId().value();
    private final WebTestClient client = running.client(userId);
    private final MadePortraits made = new MadePortraits(running, person);

    @Test
    void savesAPortraitWithACopyOfItsOwn() {
        var _ = publish(made.add(2).event(A_DAY), 2);

        client.post()
                .uri("/v1/gallery/{id}/save", made.id(0))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("saved")
                .jsonPath("$.expiresAt")
                .doesNotExist();

        assertThat(running.copies(person.space())).hasSize(1);
        PortraitSaved saved = running.probe().await(PortraitSaved.class, userId);
        assertThat(saved.getPortraitId()).isEqualTo(made.id(0));
        assertThat(saved.getGenerationId()).isEqualTo("generation-1");
        byte[] copy = running.store()
                .bytes(ObjectKey.in(Bucket.GALLERY, saved.getObjectKey()), 10_000_000)
                .blockOptional()
                .orElseThrow();
        assertThat(copy).isEqualTo(made.picture(made.id(0)));
    }

    @Test
    void answersTheSameToSavingsAtOnceAndSavesOnce() throws Exception {
        var _ = publish(made.add(1).event(A_DAY), 1);
        List<Callable<Integer>> savings = IntStream.range(0, 8).<Callable<Integer>>mapToObj(_ -> this::save).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var saving : threads.invokeAll(savings)) {
                assertThat(saving.get()).isEqualTo(200);
            }
        }
        assertThat(save()).isEqualTo(200);
        assertThat(running.probe().await(PortraitSaved.class, userId)).isNotNull();
        assertThat(delete()).isEqualTo(204);
        assertThat(running.probe().await(PortraitDeleted.class, userId)).isNotNull();
        assertThat(running.probe().events(PortraitSaved.class, userId)).hasSize(1);
    }

    @Test
    void leavesNoCopyBehindWhereSavingAndDeletingMeet() throws Exception {
        var _ = publish(made.add(1).event(A_DAY), 1);
        List<Callable<Integer>> both = List.of(this::save, this::save, this::delete, this::save);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(both)) {
                assertThat(one.get()).isIn(200, 204, 404);
            }
        }
        assertThat(save()).isEqualTo(404);
        Awaitility.await().until(() -> running.copies(person.space()).isEmpty());
        assertThat(running.probe().events(PortraitSaved.class, userId)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void deletesASavedPortraitForGoodWithItsCopyAndThumbnailsAndTellsOnce() {
        var _ = publish(made.add(1).event(A_DAY), 1);
        assertThat(save()).isEqualTo(200);

        assertThat(delete()).isEqualTo(204);
        assertThat(delete()).isEqualTo(204);

        Awaitility.await().until(() -> running.held(person.space()).isEmpty());
        assertThat(running.probe().await(PortraitDeleted.class, userId).getExpired()).isFalse();
        assertThat(running.probe().events(PortraitDeleted.class, userId)).hasSize(1);
        assertThat(running.previews(person.space())).as("previews belong to generation").hasSize(1);
        client.get().uri("/v1/gallery/{id}", made.id(0)).exchange().expectStatus().isNotFound();
    }

    @Test
    void makesNoSecondEntryOfAnEventThatComesAgain() {
        var event = made.add(2).event(A_DAY);
        UUID eventId = publish(event, 2);
        assertThat(delete()).isEqualTo(204);
        var _ = running.probe().publish(eventId, event);
        var _ = running.probe().publish(event);
        MadePortraits last = new MadePortraits(running, person).add(1);
        var _ = publish(last.event(A_DAY), 2);

        assertThat(running.listed(client)).containsExactlyInAnyOrder(made.id(1), last.id(0));
    }

    @Test
    void offersNoPreviewWhoseTimeIsOverAndRemovesIt() {
        var _ = running.probe().publish(made.add(1).event(Duration.ofMillis(1)));
        Awaitility.await().until(() -> save() == 410);

        assertThat(running.listed(client)).isEmpty();
        client.post()
                .uri("/v1/gallery/{id}/save", made.id(0))
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:gallery:expired");
        assertThat(running.probe().await(PortraitDeleted.class, userId).getExpired()).isTrue();
        assertThat(save()).isEqualTo(410);
        assertThat(running.copies(person.space())).isEmpty();
        assertThat(running.previews(person.space())).hasSize(1);
    }

    @Test
    void keepsASavedPortraitBeyondTheTimeOfItsPreview() {
        MadePortraits fleeting = new MadePortraits(running, person).add(1);
        var _ = publish(made.add(1).event(Duration.ofSeconds(8)), 1);
        assertThat(save()).isEqualTo(200);
        var _ = running.probe().publish(fleeting.event(Duration.ofSeconds(8)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> running.probe()
                        .events(PortraitDeleted.class, userId)
                        .stream()
                        .anyMatch(event -> event.getPortraitId().equals(fleeting.id(0))));

        assertThat(running.listed(client)).containsExactly(made.id(0));
        assertThat(running.copies(person.space())).hasSize(1);
    }

    private UUID publish(PortraitsGenerated event, int listed) {
        UUID eventId = running.probe().publish(event);
        Awaitility.await().until(() -> running.listed(client).size() == listed);
        return eventId;
    }

    private int save() {
        return client.post()
                .uri("/v1/gallery/{id}/save", made.id(0))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int delete() {
        return client.delete()
                .uri("/v1/gallery/{id}?forever=true", made.id(0))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
