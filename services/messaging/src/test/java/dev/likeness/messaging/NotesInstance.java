package dev.likeness.messaging;

import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Instances of {@link Notes} on the shared parts, each test class with a database and a name of its
 * own.
 */
final class NotesInstance implements AutoCloseable {

    static final EmbeddedParts PARTS = EmbeddedParts.shared();

    final ConfigurableApplicationContext context;

    private NotesInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static EventProbe probe() {
        EventProbe.registerSchemas(PARTS.registry().ccompatUrl());
        return new EventProbe(PARTS.kafka().bootstrapServers(), PARTS.registry().url());
    }

    static NotesInstance start(String service, String... settings) {
        PARTS.postgres().createDatabase(service);
        List<String> all = new ArrayList<>(List.of("--likeness.messaging.service=" + service,
                "--likeness.messaging.registry-url=" + PARTS.registry().url(),
                "--likeness.messaging.topics.partitions=3", "--likeness.messaging.consumer.max-back-off=300ms",
                "--likeness.messaging.worker.lease=2s", "--likeness.messaging.worker.poll=100ms",
                "--spring.kafka.bootstrap-servers=" + PARTS.kafka().bootstrapServers(),
                "--spring.flyway.locations=classpath:db/messaging,classpath:db/notes",
                "--spring.flyway.url=" + PARTS.postgres().jdbcUrl(service),
                "--spring.flyway.user=" + PARTS.postgres().user(),
                "--spring.flyway.password=" + PARTS.postgres().password(),
                "--spring.r2dbc.url=" + PARTS.postgres().r2dbcUrl(service),
                "--spring.r2dbc.username=" + PARTS.postgres().user(),
                "--spring.r2dbc.password=" + PARTS.postgres().password(), "--spring.main.banner-mode=off"));
        for (String setting : settings) {
            // Given twice, a setting would become a list of both.
            all.removeIf(one -> one.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            all.add(setting);
        }
        return new NotesInstance(new SpringApplicationBuilder(Notes.class).web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new)));
    }

    static Person anyPerson() {
        return new Person(new UserId("u" + Long.toHexString(new SecureRandom().nextLong() | 1L << 60) + "0"),
                Epoch.FIRST,
                Space.random(new SecureRandom()));
    }

    static UUID anyId() {
        return UUID.randomUUID();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    List<String> notes(Person person) {
        return bean(Notes.class).of(person.userId());
    }

    @Override
    public void close() {
        context.close();
    }
}
