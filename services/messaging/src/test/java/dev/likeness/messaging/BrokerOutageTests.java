package dev.likeness.messaging;

import static dev.likeness.messaging.NotesInstance.anyPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.ImagesValidated;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.person.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** A broker that is away when a relay has something to publish. */
class BrokerOutageTests {

    private EventProbe probe;
    private ServerSocket broker;

    @BeforeEach
    void start() throws IOException {
        probe = NotesInstance.probe();
        // Takes connections and is silent, until somebody accepts them.
        broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FirstFailure.then = () -> {};
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
        probe.close();
    }

    @Test
    void leavesTheOrderOfAPersonAsItWas() {
        FirstFailure.then = this::comeBack;
        Person person = anyPerson();
        try (NotesInstance service = start("broker-back")) {
            append(service, person, "first", "second", "third");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count(service,
                            "SELECT count(*) FROM outbox_archive WHERE user_id = '" + person.userId().value()
                                    + "'") == 3);
            assertThat(probe.events(ImagesValidated.class, person.userId().value()))
                    .extracting(ImagesValidated::getUploadId)
                    .containsExactly("first", "second", "third");
        }
    }

    @Test
    void leavesTheLeaseWithTheRelayThatTries() {
        try (NotesInstance service = start("broker-away")) {
            append(service, anyPerson(), "first", "second");

            await().during(Duration.ofSeconds(9))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> count(service, "SELECT count(*) FROM lease WHERE until > clock_timestamp()") == 1);
        }
    }

    @Test
    void leavesWhatAnOperatorCanMendInTheOutbox() {
        CountDownLatch failed = new CountDownLatch(1);
        FirstFailure.then = failed::countDown;
        answerNothingOfTheKind();
        try (NotesInstance service = start("broker-stranger", "--spring.kafka.producer.security.protocol=SSL")) {
            Person person = anyPerson();
            append(service, person, "waits");

            await().atMost(Duration.ofSeconds(30)).until(() -> failed.getCount() == 0);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> count(service,
                            "SELECT count(*) FROM outbox WHERE parked_cause IS NULL AND user_id = '"
                                    + person.userId().value() + "'") == 1);
        }
    }

    private NotesInstance start(String name, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        Collections.addAll(settings, "--likeness.messaging.relay.lease=6s",
                "--spring.kafka.producer.bootstrap-servers=127.0.0.1:" + broker.getLocalPort(),
                "--spring.kafka.producer.properties[interceptor.classes]=" + FirstFailure.class.getName());
        return NotesInstance.start(name, settings.toArray(String[]::new));
    }

    private static void append(NotesInstance service, Person person, String... uploadIds) {
        Outbox outbox = service.bean(Outbox.class);
        var _ = service.bean(Transactions.class)
                .run(() -> Flux.fromArray(uploadIds)
                        .concatMap(uploadId -> outbox.append(ImagesValidated.newBuilder()
                                .setUserId(person.userId().value())
                                .setEpoch(person.epoch().value())
                                .setSpace(person.space().value())
                                .setUploadId(uploadId)
                                .build()))
                        .then()
                        .thenReturn(true))
                .block();
    }

    private static long count(NotesInstance service, String query) {
        return service.bean(DatabaseClient.class)
                .sql(query)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElse(-1L);
    }

    private void comeBack() {
        URI real = URI.create("kafka://" + NotesInstance.PARTS.kafka().bootstrapServers());
        var _ = Thread.startVirtualThread(() -> {
            while (!broker.isClosed()) {
                try {
                    Socket client = broker.accept();
                    Socket server = new Socket(real.getHost(), real.getPort());
                    pipe(client, server);
                    pipe(server, client);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** No TLS where TLS is expected, which Kafka counts among the failures of authentication. */
    private void answerNothingOfTheKind() {
        var _ = Thread.startVirtualThread(() -> {
            while (!broker.isClosed()) {
                try (Socket client = broker.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    var _ = client.getInputStream().readNBytes(1);
                } catch (IOException gone) {
                    continue;
                }
            }
        });
    }

    private static void pipe(Socket from, Socket to) {
        var _ = Thread.startVirtualThread(() -> {
            try (from; to) {
                var _ = from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException closed) {
                return;
            }
        });
    }

    /** Does something once, before the producer's caller learns of the failure. */
    public static class FirstFailure implements ProducerInterceptor<String, byte[]> {

        private static volatile Runnable then = () -> {};

        @Override
        public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
            return record;
        }

        @Override
        public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure != null) {
                Runnable now = then;
                then = () -> {};
                now.run();
            }
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }
}
