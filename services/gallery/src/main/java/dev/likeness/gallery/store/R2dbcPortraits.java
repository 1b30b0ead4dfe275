package dev.likeness.gallery.store;

import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class R2dbcPortraits implements Portraits {

    private static final String OF_THE_CURRENT_EPOCH = """
             WHERE user_id = :userId AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            """;
    private static final String EPOCH_HOLDS = """
             EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
            """;
    private static final String ONE = "SELECT * FROM portrait" + OF_THE_CURRENT_EPOCH + " AND portrait_id = :id";
    private static final String ONE_DELETED = "SELECT * FROM deleted_portrait" + OF_THE_CURRENT_EPOCH
            + " AND portrait_id = :id";

    private final DatabaseClient database;

    R2dbcPortraits(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Portrait> find(UserId userId, PortraitId id) {
        return read(ONE, userId, id);
    }

    @Override
    public Mono<Portrait> lock(Person person, PortraitId id) {
        return read(ONE + " FOR UPDATE", person.userId(), id);
    }

    // The deleted one is looked for second: who waits for the lock of a row that is then deleted finds it there.
    private Mono<Portrait> read(String one, UserId userId, PortraitId id) {
        return of(database.sql(one), userId, id).map(PortraitRows::kept)
                .one()
                .cast(Portrait.class)
                .switchIfEmpty(Mono.defer(
                        () -> of(database.sql(ONE_DELETED), userId, id).map(PortraitRows::deleted).one()))
                .defaultIfEmpty(new Portrait.Unknown(id));
    }

    @Override
    public Mono<Void> save(Person person, Portrait before, Portrait after) {
        if (after.equals(before)) {
            return Mono.empty();
        }
        return switch (after) {
            case Portrait.Unknown _ -> Mono.empty();
            case Portrait.Preview preview when before instanceof Portrait.Unknown -> insert(person, preview);
            case Portrait.Kept kept -> update(person, kept);
            case Portrait.Deleted deleted -> delete(person, deleted);
        };
    }

    private Mono<Void> insert(Person person, Portrait.Preview preview) {
        return written(PortraitRows.bind(by(database
                .sql("""
                        INSERT INTO portrait (user_id, epoch, portrait_id, generation_id, model_version, preview_key, gallery_key,
                                              content_type, width, height, size, seed, aspect_ratio, steps, guidance_scale,
                                              lora_scale, place, test_shoot, likeness, likeness_band, likeness_percentile,
                                              held_back, copies_photo, created_at, expires_at, remove_at)
                        SELECT :userId, :epoch, :id, :generationId, :modelVersion, :previewKey, :galleryKey, :contentType, :width,
                               :height, :size, :seed, :aspectRatio, :steps, :guidanceScale, :loraScale, :place, :testShoot,
                               :likeness, :likenessBand, :likenessPercentile, :heldBack, :copiesPhoto, :createdAt, :expiresAt,
                               :removeAt
                        WHERE
                        """
                        + EPOCH_HOLDS),
                person, preview.id()), preview.details()), person);
    }

    private Mono<Void> update(Person person, Portrait.Kept kept) {
        return written(PortraitRows.bindState(by(database.sql("""
                UPDATE portrait SET saved_at = :savedAt, favourite = :favourite, trashed_at = :trashedAt,
                                    trash_until = :trashUntil
                WHERE user_id = :userId AND epoch = :epoch AND portrait_id = :id AND
                """ + EPOCH_HOLDS), person, kept.id()), kept), person);
    }

    private Mono<Void> delete(Person person, Portrait.Deleted deleted) {
        return written(by(database.sql("""
                WITH gone AS (
                    DELETE FROM portrait WHERE user_id = :userId AND epoch = :epoch AND portrait_id = :id AND
                """ + EPOCH_HOLDS + """
                    RETURNING user_id, epoch, portrait_id, generation_id)
                INSERT INTO deleted_portrait (user_id, epoch, portrait_id, generation_id, expired, deleted_at)
                SELECT user_id, epoch, portrait_id, generation_id, :expired, :deletedAt FROM gone
                """), person, deleted.id()).bind("expired", deleted.expired()).bind("deletedAt", deleted.deletedAt()),
                person);
    }

    @Override
    public Mono<List<Portrait.Kept>> list(UserId userId, Wanted wanted) {
        PortraitPage page = PortraitPage.of("SELECT * FROM portrait" + OF_THE_CURRENT_EPOCH, wanted);
        return database.sql(page.sql())
                .bind("userId", userId.value())
                .bindValues(page.values())
                .map(PortraitRows::kept)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Portrait.Kept>> present(UserId userId, Set<PortraitId> ids) {
        return database
                .sql("SELECT * FROM portrait" + OF_THE_CURRENT_EPOCH
                        + " AND portrait_id = ANY(:ids) AND trashed_at IS NULL")
                .bind("userId", userId.value())
                .bind("ids", ids.stream().map(PortraitId::value).toArray(String[]::new))
                .map(PortraitRows::kept)
                .all()
                .collectList();
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, UserId userId, PortraitId id) {
        return statement.bind("userId", userId.value()).bind("id", id.value());
    }

    private static GenericExecuteSpec by(GenericExecuteSpec statement, Person person, PortraitId id) {
        return of(statement, person.userId(), id).bind("epoch", person.epoch().value());
    }

    private static Mono<Void> written(GenericExecuteSpec statement, Person person) {
        return statement.fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException("Epoch " + person.epoch().value() + " is over")));
    }
}
