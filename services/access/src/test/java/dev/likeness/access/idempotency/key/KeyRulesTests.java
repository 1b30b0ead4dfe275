package dev.likeness.access.idempotency.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.person.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Claim CLAIM = new Claim(Instant.parse("2026-01-31T12:00:00Z"));
    private static final Answer ANSWER = new Answer(201, Optional.empty(), "{}");

    @Test
    void beginsWhereNothingIsStored() {
        assertThat(decide(new StoredKey.Absent())).isEqualTo(new KeyDecision.Begin());
    }

    @Test
    void givesTheSameAnswerToTheSameBody() {
        assertThat(decide(new StoredKey.Done(hash("a"), ANSWER))).isEqualTo(new KeyDecision.Replay(ANSWER));
    }

    @Test
    void refusesAnotherBodyWhetherTheFirstRunsOrIsDone() {
        assertThat(decide(new StoredKey.Done(hash("b"), ANSWER))).isEqualTo(new KeyDecision.OtherBody());
        assertThat(decide(running("b", Duration.ofHours(1)))).isEqualTo(new KeyDecision.OtherBody());
    }

    @Test
    void waitsForARunningOne() {
        assertThat(decide(running("a", Duration.ofSeconds(59))))
                .isEqualTo(new KeyDecision.StillRunning(Duration.ofSeconds(1)));
    }

    @Test
    void takesOverFromACrashedOne() {
        assertThat(decide(running("a", MINUTE))).isEqualTo(new KeyDecision.TakeOver(CLAIM));
    }

    @Test
    void derivesOneIdFromUserRouteKeyAndBody() {
        KeyId id = new KeyId(new UserId("anna1"), "POST /a", "k");
        UUID first = KeyRules.workId(id, hash("a"));
        assertThat(first).isEqualTo(KeyRules.workId(id, hash("a")));
        assertThat(first.version()).isEqualTo(8);
        assertThat(first.variant()).isEqualTo(2);
        Set<UUID> all = new HashSet<>(Set.of(first));
        assertThat(all.add(KeyRules.workId(id, hash("b")))).isTrue();
        assertThat(all.add(KeyRules.workId(new KeyId(new UserId("anna2"), "POST /a", "k"), hash("a")))).isTrue();
        assertThat(all.add(KeyRules.workId(new KeyId(new UserId("anna1"), "POST /b", "k"), hash("a")))).isTrue();
        assertThat(all.add(KeyRules.workId(new KeyId(new UserId("anna1"), "POST /a", "l"), hash("a")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "line\nbreak"})
    void refusesAKeyThatIsNotVisibleAscii(String key) {
        assertThatThrownBy(() -> new KeyId(new UserId("anna1"), "POST /a", key))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyDecision decide(StoredKey stored) {
        return KeyRules.decide(stored, hash("a"), MINUTE);
    }

    private static StoredKey running(String body, Duration age) {
        return new StoredKey.Running(hash(body), CLAIM, age);
    }

    private static BodyHash hash(String body) {
        return BodyHash.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
