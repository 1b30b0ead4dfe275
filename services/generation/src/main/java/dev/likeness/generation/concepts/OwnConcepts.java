package dev.likeness.generation.concepts;

import dev.likeness.generation.prompt.Concept;
import dev.likeness.person.Person;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Concepts that were planned for one person and are in no catalogue. */
@Component
class OwnConcepts {

    static final String PREFIX = "own-";
    private static final Pattern ID = Pattern.compile("own-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DatabaseClient database;

    OwnConcepts(DatabaseClient database) {
        this.database = database;
    }

    static String id(UUID uuid) {
        return PREFIX + uuid;
    }

    Mono<PlannedConcept> find(Person person, String conceptId) {
        if (!ID.matcher(conceptId).matches()) {
            return Mono.empty();
        }
        return database.sql("""
                SELECT * FROM own_concept WHERE concept_id = :id AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("id", uuid(conceptId))
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(OwnConcepts::read)
                .one();
    }

    /** A second time it is a no-op. */
    Mono<Void> keep(Person person, List<PlannedConcept> concepts) {
        return Flux.fromIterable(concepts)
                .filter(concept -> ID.matcher(concept.conceptId()).matches())
                .concatMap(concept -> keep(person, concept))
                .then();
    }

    private Mono<Void> keep(Person person, PlannedConcept planned) {
        Concept concept = planned.concept();
        return database
                .sql("""
                        INSERT INTO own_concept (concept_id, user_id, epoch, title, summary, setting, light, clothes, framing, mood,
                                                 style)
                        SELECT :id, user_id, epoch, :title, :summary, :setting, :light, :clothes, :framing, :mood, :style
                        FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                        ON CONFLICT (concept_id) DO NOTHING
                        """)
                .bind("id", uuid(planned.conceptId()))
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("title", planned.title())
                .bind("summary", planned.summary())
                .bind("setting", concept.setting().orElse(""))
                .bind("light", concept.light().orElse(""))
                .bind("clothes", concept.clothes().orElse(""))
                .bind("framing", concept.framing().orElse(""))
                .bind("mood", concept.mood().orElse(""))
                .bind("style", concept.style().orElse(""))
                .then();
    }

    private static UUID uuid(String conceptId) {
        return UUID.fromString(conceptId.substring(PREFIX.length()));
    }

    private static PlannedConcept read(Readable row) {
        return new PlannedConcept(id(Objects.requireNonNull(row.get("concept_id", UUID.class))), text(row, "title"),
                text(row, "summary"), new Concept(part(row, "setting"), part(row, "light"), part(row, "clothes"),
                        part(row, "framing"), part(row, "mood"), part(row, "style")));
    }

    private static Optional<String> part(Readable row, String column) {
        return Optional.of(text(row, column)).filter(text -> !text.isEmpty());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
