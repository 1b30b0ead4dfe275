package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.AfterCommit;
import dev.likeness.messaging.Transactions;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances on one database. */
class SharedBudgetTests {

    /** Ten a second, and ten saved up. */
    private static final BudgetProperties TEN = new BudgetProperties(600, 10, 0, 4, Duration.ofSeconds(5),
            Duration.ofMillis(900));
    private static final ConnectionFactory CONNECTIONS = connections();
    private static final DatabaseClient DATABASE = DatabaseClient.create(CONNECTIONS);

    private static ConnectionFactory connections() {
        var postgres = EmbeddedParts.shared().postgres();
        postgres.createDatabase("budget");
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(postgres.r2dbcUrl("budget"))
                .mutate()
                .option(ConnectionFactoryOptions.USER, postgres.user())
                .option(ConnectionFactoryOptions.PASSWORD, postgres.password())
                .build());
    }

    @BeforeAll
    static void createTable() throws IOException {
        try (InputStream migration = SharedBudgetTests.class
                .getResourceAsStream("/db/training/V130__provider.sql")) {
            String sql = new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            DATABASE.sql(sql.substring(0, sql.indexOf("-- When the provider's list"))).then().block();
        }
    }

    @BeforeEach
    void fillsUp() {
        DATABASE.sql(
                "UPDATE provider_budget SET tokens = 0, refilled_at = now() - interval '1 hour', paused_until = NULL")
                .then()
                .block();
    }

    @Test
    void keepsTheSumOfAllInstances() {
        SharedBudget one = budget(TEN);
        SharedBudget other = budget(TEN);
        long start = System.nanoTime();
        long taken = Flux.range(0, 100)
                .flatMap(call -> taken(call % 2 == 0 ? one : other, Lane.LOOK), 100)
                .filter(granted -> granted)
                .count()
                .blockOptional()
                .orElseThrow();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(taken).isGreaterThanOrEqualTo(14).isLessThanOrEqualTo((long) (10 + 10 * seconds));
    }

    @Test
    void keepsSomeBackForWhatIsUrgent() {
        SharedBudget budget = budget(new BudgetProperties(1, 10, 0.5, 1, Duration.ofSeconds(5), Duration.ZERO));
        assertThat(
                Flux.range(0, 10).concatMap(_ -> taken(budget, Lane.LOOK)).filter(granted -> granted).count().block())
                .isEqualTo(5);
        assertThat(
                Flux.range(0, 10).concatMap(_ -> taken(budget, Lane.STOP)).filter(granted -> granted).count().block())
                .isEqualTo(5);
    }

    @Test
    void pausesEverybodyWhereTheProviderAsksOne() {
        SharedBudget one = budget(TEN);
        SharedBudget other = budget(TEN);
        one.take(Lane.LOOK).block();
        one.pause(Duration.ofMinutes(1)).block();
        assertThatThrownBy(() -> one.take(Lane.LOOK).block()).isInstanceOf(BudgetSpent.class);
        assertThat(taken(other, Lane.STOP).block()).isFalse();
    }

    private static Mono<Boolean> taken(SharedBudget budget, Lane lane) {
        return budget.take(lane).thenReturn(true).onErrorReturn(BudgetSpent.class, false);
    }

    private static SharedBudget budget(BudgetProperties properties) {
        var transactions = new Transactions(TransactionalOperator.create(new R2dbcTransactionManager(CONNECTIONS)),
                new DefaultListableBeanFactory().getBeanProvider(AfterCommit.class));
        return new SharedBudget(new BudgetRows(DATABASE, transactions, properties), properties);
    }
}
