package dev.likeness.upload.set;

import static dev.likeness.upload.set.PhotoSetFixtures.BYTES;
import static dev.likeness.upload.set.PhotoSetFixtures.FIRST;
import static dev.likeness.upload.set.PhotoSetFixtures.HELD;
import static dev.likeness.upload.set.PhotoSetFixtures.NOON;
import static dev.likeness.upload.set.PhotoSetFixtures.OTHER_BYTES;
import static dev.likeness.upload.set.PhotoSetFixtures.SECOND;
import static dev.likeness.upload.set.PhotoSetFixtures.SET;
import static dev.likeness.upload.set.PhotoSetFixtures.awaited;
import static dev.likeness.upload.set.PhotoSetFixtures.held;
import static dev.likeness.upload.set.PhotoSetFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.upload.set.Decision.Effect;
import dev.likeness.upload.set.Decision.Effect.Keep;
import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.Refuse;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input.Announced;
import dev.likeness.upload.set.Input.BytesCame;
import dev.likeness.upload.set.Input.CompletionAsked;
import dev.likeness.upload.set.Input.LookedAfter;
import dev.likeness.upload.set.Input.VerdictCame;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Inputs lost, repeated and in any order: a failure prints the seed that replays it. */
class PhotoSetSchedulesTests {

    record Step(Input input, Duration pause) {}

    @Property(tries = 20_000)
    void aSetIsToldOnceAndRefersToWhatItKeeps(@ForAll("schedules") List<Step> schedule) {
        PhotoSet set = new Absent(SET);
        Set<String> referred = new HashSet<>();
        int told = 0;
        Instant now = NOON;
        for (Step step : schedule) {
            now = now.plus(step.pause());
            PhotoSet before = set;
            Decision decision = PhotoSetRules.decide(before, step.input(), now);
            set = decision.next();
            if (before instanceof Absent && set instanceof Open open) {
                open.photos()
                        .stream()
                        .map(Photo::state)
                        .filter(PhotoState.Held.class::isInstance)
                        .forEach(held -> referred.add(held.stored().orElseThrow().name()));
            }
            for (Effect effect : decision.effects()) {
                switch (effect) {
                    case Keep(StoredObject kept) -> referred.add(kept.name());
                    case LetGo(StoredObject gone) -> assertThat(referred.remove(gone.name())).isTrue();
                    case TellUploaded(Checking complete) -> {
                        told++;
                        assertThat(complete.photos()).noneMatch(Photo::isMissing);
                    }
                    case Refuse _ -> assertThat(set).as("a refusal changes nothing").isEqualTo(before);
                }
            }
            assertThat(objects(set)).isEqualTo(referred);
            assertThat(rank(set) >= rank(before) || (before instanceof Open && set instanceof Absent))
                    .as("%s to %s", before, set)
                    .isTrue();
        }
        boolean complete = set instanceof Checking || set instanceof Decided;
        assertThat(told).isEqualTo(complete ? 1 : 0);
    }

    private static Set<String> objects(PhotoSet set) {
        return set instanceof Present present
                ? present.photos()
                        .stream()
                        .flatMap(photo -> photo.state().stored().stream())
                        .map(StoredObject::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static int rank(PhotoSet set) {
        return switch (set) {
            case Absent _ -> 0;
            case Open _ -> 1;
            case Checking _ -> 2;
            case Decided _ -> 3;
        };
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        Arbitrary<Input> arrivals = Combinators.combine(Arbitraries.of(FIRST, SECOND, HELD),
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(BYTES)),
                        Tuple.of(1, Arbitraries.just(OTHER_BYTES))),
                Arbitraries.integers().between(1, 1_000_000))
                .as((photo, bytes, number) -> new BytesCame(photo, bytes, object(photo + "/" + number)));
        Arbitrary<Input> verdicts = Combinators.combine(Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 200))
                .as((accepted, hours) -> new VerdictCame(
                        new SetVerdict(accepted, 2, List.of(), NOON.plus(Duration.ofHours(hours))),
                        Map.of(FIRST, true, SECOND, accepted)));
        Arbitrary<Input> others = Arbitraries.of(
                new Announced(true, List.of(awaited(FIRST), awaited(SECOND), held(HELD, "old"))),
                new CompletionAsked(), new LookedAfter(Duration.ofHours(24)));
        Arbitrary<Input> inputs = Arbitraries.oneOf(arrivals, arrivals, others, others, verdicts);
        return Combinators.combine(inputs, Arbitraries.of(0, 0, 0, 1, 1, 25))
                .as(
                        (input, hours) -> new Step(input, Duration.ofHours(hours)))
                .list()
                .ofMaxSize(25);
    }
}
