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
import dev.likeness.upload.set.Input.PhotoDropped;
import dev.likeness.upload.set.Input.PhotosAdded;
import dev.likeness.upload.set.Input.VerdictCame;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void eachRevisionIsToldOnceAndASetRefersToWhatItKeeps(@ForAll("schedules") List<Step> schedule) {
        PhotoSet set = new Absent(SET);
        Set<String> referred = new HashSet<>();
        List<Integer> told = new ArrayList<>();
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
                told.clear();
            }
            for (Effect effect : decision.effects()) {
                switch (effect) {
                    case Keep(StoredObject kept) -> referred.add(kept.name());
                    case LetGo(StoredObject gone) -> assertThat(referred.remove(gone.name())).isTrue();
                    case TellUploaded(Checking complete) -> {
                        told.add(complete.revision());
                        assertThat(complete.photos()).noneMatch(Photo::isMissing);
                    }
                    case Refuse _ -> assertThat(set).as("a refusal changes nothing").isEqualTo(before);
                }
            }
            assertThat(objects(set)).isEqualTo(referred);
            goesForward(before, set, step.input());
            assertThat(told).isEqualTo(IntStream.rangeClosed(1, told.size()).boxed().toList());
            if (set instanceof Present present) {
                assertThat(present.revision()).isEqualTo(told.size());
                assertThat(present.photos()).isNotEmpty();
            }
        }
    }

    private static void goesForward(PhotoSet before, PhotoSet after, Input input) {
        boolean changed = input instanceof PhotosAdded || input instanceof PhotoDropped;
        assertThat(rank(after) >= rank(before) || (before instanceof Open && after instanceof Absent)
                || (before instanceof Decided && changed))
                .as("%s to %s", before, after)
                .isTrue();
        if (input instanceof VerdictCame came && after instanceof Present present && !after.equals(before)) {
            assertThat(came.revision()).as("a verdict on another revision changes nothing")
                    .isEqualTo(present.revision());
        }
        if (changed && before instanceof Decided decided && decided.verdict().accepted()) {
            if (trained(input).binds(decided)) {
                assertThat(after).as("what is trained on stays").isEqualTo(before);
            } else if (after instanceof Present present && !after.equals(before)) {
                assertThat(present.announcement().autoStart()).as("no second training by itself").isFalse();
            }
        }
    }

    private static Trained trained(Input input) {
        return switch (input) {
            case PhotosAdded added -> added.trained();
            case PhotoDropped dropped -> dropped.trained();
            default -> Trained.NEVER;
        };
    }

    private static Trained asked(boolean live, int hours) {
        return new Trained(live, Optional.of(NOON.plus(Duration.ofHours(hours))));
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
                Arbitraries.integers().between(0, 200), Arbitraries.of(1, 1, 1, 2, 2, 3))
                .as((accepted, hours, revision) -> new VerdictCame(revision,
                        new SetVerdict(accepted, 2, List.of(), NOON.plus(Duration.ofHours(hours))),
                        Map.of(FIRST, true, SECOND, accepted)));
        Arbitrary<Input> others = Arbitraries.of(
                new Announced(true, List.of(awaited(FIRST), awaited(SECOND), held(HELD, "old"))),
                new Announced(false, List.of(awaited(FIRST), held(HELD, "old"))),
                new CompletionAsked(), new LookedAfter(Duration.ofHours(24)));
        Arbitrary<Input> changes = Combinators.combine(Arbitraries.of(FIRST, SECOND, HELD),
                Arbitraries.of(Trained.NEVER, Trained.NEVER, asked(false, 0), asked(false, 300), asked(true, 0)),
                Arbitraries.of(false, true))
                .as((photo, trained, adds) -> adds
                        ? new PhotosAdded(List.of(awaited(photo)), 3, trained)
                        : new PhotoDropped(photo, trained));
        Arbitrary<Input> inputs = Arbitraries.oneOf(arrivals, arrivals, others, others, verdicts, changes);
        return Combinators.combine(inputs, Arbitraries.of(0, 0, 0, 1, 1, 25))
                .as(
                        (input, hours) -> new Step(input, Duration.ofHours(hours)))
                .list()
                .ofMaxSize(30);
    }
}
