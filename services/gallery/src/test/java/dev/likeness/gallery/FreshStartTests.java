package dev.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.PurgeReported;
import dev.likeness.events.UserReset;
import dev.likeness.person.Person;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class FreshStartTests {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final RunningGallery running = RunningGallery.instance();
    private final Person person = MadePortraits.anyPerson();
    private final Person renewed = MadePortraits.later(person);
    private final WebTestClient client = running.client(person.userId().value());

    @Test
    void leavesNothingOfTheOldEpochAndTakesNothingLateOfIt() {
        MadePortraits made = new MadePortraits(running, person).add(2);
        var _ = running.probe().publish(made.event(A_DAY));
        Awaitility.await().until(() -> running.listed(client).size() == 2);
        client.post().uri("/v1/gallery/{id}/save", made.id(0)).exchange().expectStatus().isOk();
        client.delete().uri("/v1/gallery/{id}", made.id(0)).exchange().expectStatus().isNoContent();
        Awaitility.await().until(() -> running.thumbnails(person.space()).size() == 4);
        assertThat(running.copies(person.space())).as("in the trash").hasSize(1);

        var _ = running.probe()
                .publish(UserReset.newBuilder()
                        .setUserId(person.userId().value())
                        .setEpoch(renewed.epoch().value())
                        .setSpace(renewed.space().value())
                        .build());
        PurgeReported purge = running.probe().await(PurgeReported.class, person.userId().value());

        assertThat(purge.getService()).isEqualTo("gallery");
        assertThat(purge.getCounts()).containsEntry("portraits", 2L).containsEntry("galleryImages", 5L);
        assertThat(running.held(person.space())).isEmpty();
        assertThat(running.rows(person)).isZero();
        assertThat(running.listed(client)).isEmpty();
        client.get().uri("/v1/gallery/{id}", made.id(0)).exchange().expectStatus().isNotFound();
        client.post().uri("/v1/gallery/{id}/save", made.id(1)).exchange().expectStatus().isNotFound();
        dropsWhatComesLate();
    }

    private void dropsWhatComesLate() {
        MadePortraits late = new MadePortraits(running, person).add(1);
        MadePortraits current = new MadePortraits(running, renewed).add(1);
        var _ = running.probe().publish(late.event(A_DAY));
        var _ = running.probe().publish(current.event(A_DAY));
        Awaitility.await().until(() -> !running.listed(client).isEmpty());

        assertThat(running.listed(client)).containsExactly(current.id(0));
    }
}
