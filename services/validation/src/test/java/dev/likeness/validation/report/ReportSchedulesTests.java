package dev.likeness.validation.report;

import static dev.likeness.validation.report.ReportFixtures.NOON;
import static dev.likeness.validation.report.ReportFixtures.UPLOAD;
import static dev.likeness.validation.report.ReportFixtures.id;
import static dev.likeness.validation.report.ReportFixtures.photo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.SetLimits;
import dev.likeness.validation.report.Decision.Effect;
import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import dev.likeness.validation.report.Report.Decided;
import dev.likeness.validation.report.Report.Known;
import dev.likeness.validation.report.Report.Training;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Inputs lost, repeated and in any order: a failure prints the seed that replays it. */
class ReportSchedulesTests {

    private static final TrainingId ASKED = new TrainingId(new UUID(7, 7));
    private static final Limits LIMITS = ReportFixtures.withSet(new SetLimits(3, 3, 5));

    /** The third photo is dropped by the second revision, the fifth added; 4 repeats 1. */
    private static final List<Input.Uploaded> REVISIONS = List.of(
            ReportFixtures.uploaded(1, true, List.of(photo(0), photo(1), photo(2), photo(3))),
            ReportFixtures.uploaded(2, false,
                    List.of(photo(0), photo(1), photo(3), photo("photo-4", photo(1).sha256()))),
            ReportFixtures.uploaded(3, true,
                    List.of(photo(0), photo(3), photo("photo-4", photo(1).sha256()), photo(5))));

    @Property(tries = 20_000)
    void everythingIsToldOnceAndOnlyForward(@ForAll("schedules") List<Input> schedule) {
        Report report = new Report.Unknown(UPLOAD);
        LiveTraining live = new LiveTraining();
        Instant now = NOON;
        for (Input input : schedule) {
            Report before = report;
            Decision decision = ReportRules.decide(report, input, LIMITS, now);
            report = decision.next();
            live.after(input, decision);
            now = now.plusNanos(300_000);
            goesForward(before, report);
            if (decision.refusal().isPresent()) {
                assertThat(report).as("a refusal changes nothing").isEqualTo(before);
            }
            announcesEachDecision(before, decision);
            decidesWhenAllWereLookedAt(report);
        }
    }

    /** The training of the set that was asked for last and, as far as anybody knows, has not ended. */
    private static final class LiveTraining {

        private final Set<TrainingId> asked = new HashSet<>();
        private Optional<TrainingId> live = Optional.empty();

        void after(Input input, Decision decision) {
            if (input instanceof Input.TrainingTaken || live.map(Input.TrainingEnded::new).equals(Optional.of(input))) {
                live = Optional.empty();
            }
            for (Effect effect : decision.effects()) {
                if (effect instanceof RequestTraining(var training)) {
                    assertThat(live).as("no second training while one is there").isEmpty();
                    assertThat(asked.add(training) || training.equals(ASKED)).as("another one each time").isTrue();
                    assertThat(input).as("none by itself after another").isNotInstanceOf(Input.TrainingEnded.class);
                    live = Optional.of(training);
                }
            }
            if (decision.next() instanceof Known known) {
                Optional<TrainingId> requested = known.content().training() instanceof Training.Requested(var id)
                        ? Optional.of(id)
                        : Optional.empty();
                assertThat(requested).isEqualTo(live);
            }
        }
    }

    private static void goesForward(Report before, Report after) {
        if (before instanceof Known old && after instanceof Known next) {
            assertThat(next.content().revision()).isGreaterThanOrEqualTo(old.content().revision());
            if (old instanceof Decided verdict && next instanceof Decided later
                    && !later.outcome().equals(verdict.outcome())
                    && later.content().revision() == old.content().revision()) {
                assertThat(later.outcome().decidedAt()).isAfter(verdict.outcome().decidedAt());
            }
        }
        if (before instanceof Report.Accepted(var content, _)
                && content.training() instanceof Training.Requested) {
            assertThat(after).isInstanceOf(Report.Accepted.class);
            assertThat(after.photos()).isEqualTo(before.photos());
        }
        for (Photo photo : before.photos()) {
            if (!photo.awaitsALook() && !photo.repeats()) {
                after.photo(photo.id()).ifPresent(same -> assertThat(same.findings()).isEqualTo(photo.findings()));
            }
        }
    }

    private static void announcesEachDecision(Report before, Decision decision) {
        boolean announced = decision.effects().contains(new AnnounceVerdicts());
        if (announced) {
            assertThat(decision.next()).isInstanceOf(Decided.class);
        }
        if (!(before instanceof Decided) && decision.next() instanceof Decided) {
            assertThat(announced).isTrue();
        }
    }

    private static void decidesWhenAllWereLookedAt(Report report) {
        if (report instanceof Known) {
            assertThat(report instanceof Decided)
                    .isEqualTo(report.photos().stream().noneMatch(Photo::awaitsALook));
        }
        if (report instanceof Report.Accepted) {
            assertThat(report.goodPhotos()).isGreaterThanOrEqualTo(LIMITS.set().minGood());
        }
    }

    /**
     * Whatever is told twice and in whichever order: in the end it is the newest revision, wholly
     * checked.
     */
    @Property(tries = 5_000)
    void comesToTheSameWhateverTheOrder(@ForAll Random random) {
        List<Input> inputs = new ArrayList<>(REVISIONS);
        inputs.addAll(REVISIONS);
        Collections.shuffle(inputs, random);
        Report report = new Report.Unknown(UPLOAD);
        Set<Effect> queued = new HashSet<>();
        List<Input> waiting = new ArrayList<>(inputs);
        while (!waiting.isEmpty()) {
            Decision decision = ReportRules.decide(report, waiting.remove(random.nextInt(waiting.size())),
                    withoutTraining(), NOON);
            report = decision.next();
            for (Effect effect : decision.effects()) {
                if (effect instanceof Effect.CheckPhoto(var photo, _) && queued.add(effect)) {
                    waiting.add(ReportFixtures.good(Integer.parseInt(photo.value().substring("photo-".length()))));
                }
            }
        }
        assertThat(report).isInstanceOf(Report.Refused.class);
        assertThat(((Known) report).content().revision()).isEqualTo(3);
        assertThat(report.photos()).extracting(Photo::id).containsExactly(id(0), id(3), id(4), id(5));
        assertThat(report.goodPhotos()).isEqualTo(4);
    }

    /** No set is ever large enough, so that no training keeps a newer revision out. */
    private static Limits withoutTraining() {
        return ReportFixtures.withSet(new SetLimits(6, 6, 6));
    }

    @Provide
    Arbitrary<List<Input>> schedules() {
        Arbitrary<Input> checks = Arbitraries.integers()
                .between(0, 5)
                .flatMap(number -> Arbitraries.<Input>of(ReportFixtures.good(number), ReportFixtures.good(number),
                        ReportFixtures.bad(number), ReportFixtures.small(number)));
        Arbitrary<Input> uploads = Arbitraries.of(REVISIONS).map(upload -> (Input) upload);
        Arbitrary<Input> words = Arbitraries.integers()
                .between(0, 6)
                .map(number -> new Input.Overridden(id(number), Objection.Why.OLD_PHOTO));
        Arbitrary<Input> others = Arbitraries.of(new Input.TrainingTaken(), new Input.TrainingAsked(ASKED));
        Arbitrary<Input> ends = Arbitraries.of(ASKED, new TrainingId(new UUID(1, 1)), new TrainingId(new UUID(1, 2)),
                new TrainingId(new UUID(1, 3))).map(Input.TrainingEnded::new);
        return Arbitraries
                .frequencyOf(Tuple.of(8, checks), Tuple.of(3, uploads), Tuple.of(2, words), Tuple.of(1, others),
                        Tuple.of(1, ends))
                .list()
                .ofMaxSize(30);
    }
}
