package dev.likeness.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.access.Caller;
import dev.likeness.access.ProblemException;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.embedded.PostgresServer;
import dev.likeness.person.UserId;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** On a real PostgreSQL with the shipped migration. */
class IdempotencyTests {

    record Made(UUID id, String name) {}

    private static final AtomicReference<@Nullable DatabaseClient> DATABASE = new AtomicReference<>();
    private static int users;

    private final List<UUID> runs = new CopyOnWriteArrayList<>();
    private final Caller caller = new Caller(new UserId("anna" + ++users), false);
    private final IdempotencyKeys keys = new R2dbcIdempotencyKeys(database());
    private final Idempotency idempotency = idempotency(Duration.ofMinutes(1));

    @BeforeAll
    static void migrate() throws Exception {
        PostgresServer postgres = EmbeddedParts.shared().postgres();
        postgres.createDatabase("idempotency");
        var options = ConnectionFactoryOptions.parse(postgres.r2dbcUrl("idempotency"))
                .mutate()
                .option(ConnectionFactoryOptions.USER, postgres.user())
                .option(ConnectionFactoryOptions.PASSWORD, postgres.password())
                .build();
        DATABASE.set(DatabaseClient.create(ConnectionFactories.get(options)));
        String migration = new ClassPathResource("db/access/V0050__idempotency.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        Flux.fromArray(migration.split(";", -1))
                .filter(statement -> !statement.isBlank())
                .concatMap(statement -> database().sql(statement).then())
                .blockLast();
    }

    @Test
    void runsTheWorkOnceAndRepeatsItsAnswer() {
        ResponseEntity<Made> first = once("k", "body", this::make);
        ResponseEntity<Made> second = once("k", "body", this::make);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getStatusCode().value()).isEqualTo(201);
        assertThat(second.getHeaders().getLocation()).isEqualTo(URI.create("/v1/things/1"));
        assertThat(runs).hasSize(1);
    }

    @Test
    void repeatsAnAnswerWithoutBodyOrLocation() {
        Function<UUID, Mono<ResponseEntity<Made>>> work = _ -> Mono.just(ResponseEntity.accepted().build());
        once("k", "body", work);
        ResponseEntity<Made> second = once("k", "body", this::make);
        assertThat(second.getStatusCode().value()).isEqualTo(202);
        assertThat(second.getBody()).isNull();
        assertThat(second.getHeaders().getLocation()).isNull();
    }

    @Test
    void remembersNothingWithoutAKey() {
        once(null, "body", this::make);
        once(null, "body", this::make);
        assertThat(runs).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnotherBody() {
        once("k", Map.of("a", 1, "b", 2), this::make);
        assertThat(once("k", Map.of("b", 2, "a", 1), this::make).getStatusCode().value()).isEqualTo(201);
        refuses("k", Map.of("a", 1), 422, "idempotency-key-reused");
    }

    @Test
    void keepsUsersAndRoutesApart() {
        once("k", "body", this::make);
        var other = new Attempt(new Caller(new UserId("other" + users), false), "POST /v1/things", "k", "another");
        assertThat(idempotency.once(other, Made.class, this::make).block()).isNotNull();
        var otherRoute = new Attempt(caller, "POST /v1/others", "k", "another");
        assertThat(idempotency.once(otherRoute, Made.class, this::make).block()).isNotNull();
        assertThat(runs).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void refusesARepetitionWhileTheFirstRuns() {
        Sinks.One<String> gate = Sinks.one();
        var first = idempotency.once(attempt("k", "body"), Made.class, id -> gate.asMono().then(make(id))).toFuture();
        awaitRow();
        refuses("k", "body", 409, "still-running");
        refuses("k", "other", 422, "idempotency-key-reused");
        gate.tryEmitEmpty().orThrow();
        assertThat(first.join().getStatusCode().value()).isEqualTo(201);
        assertThat(once("k", "body", this::make).getBody()).isEqualTo(first.join().getBody());
        assertThat(runs).hasSize(1);
    }

    @Test
    void takesOverFromACrashedAttemptWithTheSameId() {
        Sinks.One<String> never = Sinks.one();
        var ids = new CopyOnWriteArrayList<UUID>();
        var crashed = idempotency.once(attempt("k", "body"), Made.class, id -> {
            ids.add(id);
            return never.asMono().then(make(id));
        }).toFuture();
        awaitRow();
        ResponseEntity<Made> second = idempotency(Duration.ZERO).once(attempt("k", "body"), Made.class, this::make)
                .blockOptional()
                .orElseThrow();
        assertThat(runs).isEqualTo(ids);
        // The one thought dead ends after all: its answer no longer counts.
        never.tryEmitEmpty().orThrow();
        crashed.join();
        assertThat(once("k", "body", this::make).getBody()).isEqualTo(second.getBody());
    }

    @Test
    void givesTheKeyBackWhenTheWorkFails() {
        assertThatThrownBy(() -> once("k", "body", _ -> Mono.error(new IllegalStateException("no"))))
                .hasMessageContaining("no");
        once("k", "other body", this::make);
        assertThat(runs).hasSize(1);
    }

    @Test
    void finishesTheWorkOfAClientWhoHangsUp() {
        Sinks.One<String> gate = Sinks.one();
        idempotency.once(attempt("k", "body"), Made.class, id -> gate.asMono().then(make(id))).subscribe().dispose();
        awaitRow();
        gate.tryEmitEmpty().orThrow();
        await().until(() -> row("state").equals("done"));
        once("k", "body", this::make);
        assertThat(runs).hasSize(1);
    }

    @Test
    void letsOneOfManyRun() {
        var answered = Flux.range(0, 20)
                .flatMap(_ -> idempotency.once(attempt("k", "body"), Made.class, this::make)
                        .onErrorResume(ProblemException.class, _ -> Mono.empty()), 20)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(answered).isNotEmpty();
        assertThat(runs).hasSize(1);
    }

    @Test
    void refusesAMalformedKey() {
        refuses("a b", "body", 400, "bad-idempotency-key");
        refuses("x".repeat(256), "body", 400, "bad-idempotency-key");
    }

    @Test
    void forgetsAPersonAndWhatIsOld() {
        once("k", "body", this::make);
        assertThat(keys.removeOlderThan(Duration.ofHours(24)).block()).isZero();
        assertThat(keys.forget(caller.userId()).block()).isEqualTo(1);
        once("k", "body", this::make);
        assertThat(keys.removeOlderThan(Duration.ZERO).block()).isPositive();
        once("k", "body", this::make);
        assertThat(runs).hasSize(3);
    }

    private Mono<ResponseEntity<Made>> make(UUID id) {
        return Mono.fromSupplier(() -> {
            runs.add(id);
            return ResponseEntity.created(URI.create("/v1/things/1")).body(new Made(id, "größe"));
        });
    }

    @CanIgnoreReturnValue
    private ResponseEntity<Made> once(@Nullable String key, Object body,
            Function<UUID, Mono<ResponseEntity<Made>>> work) {
        return idempotency.once(attempt(key, body), Made.class, work).blockOptional().orElseThrow();
    }

    private void refuses(String key, Object body, int status, String slug) {
        assertThatThrownBy(() -> once(key, body, this::make)).isInstanceOfSatisfying(ProblemException.class,
                refused -> {
                    assertThat(refused.problem().status().value()).isEqualTo(status);
                    assertThat(refused.problem().type().toString()).isEqualTo("urn:problem:access:" + slug);
                });
    }

    private Attempt attempt(@Nullable String key, Object body) {
        return new Attempt(caller, "POST /v1/things", key, body);
    }

    private void awaitRow() {
        await().until(() -> row("state").equals("running"));
    }

    private String row(String column) {
        return database().sql("SELECT " + column + " FROM idempotency_key WHERE user_id = :userId")
                .bind("userId", caller.userId().value())
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .blockOptional()
                .orElse("");
    }

    private Idempotency idempotency(Duration takeOver) {
        return new Idempotency(keys, new IdempotencyProperties(takeOver, Duration.ofHours(24)),
                JsonMapper.builder().build());
    }

    private static DatabaseClient database() {
        return Objects.requireNonNull(DATABASE.get());
    }
}
