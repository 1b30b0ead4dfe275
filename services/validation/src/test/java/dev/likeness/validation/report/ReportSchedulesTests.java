package dev.likeness.validation.report;

import static dev.likeness.validation.report.ReportFixtures.NOON;
import static dev.likeness.validation.report.ReportFixtures.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.validation.report.Decision.Effect;
import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Inputs lost, repeated and in any order: a failure prints the seed that replays it. */
class ReportSchedulesTests {

    private static final int PHOTOS = 4;
    private static final SetLimits LIMITS = new SetLimits(3, 3, 5);

    @Property(tries = 20_000)
    void aSetIsDecidedOnceAndForGood(@ForAll("schedules") List<Input> schedule) {
        Report report = new Report.Unknown(UPLOAD);
        List<Effect> effects = new ArrayList<>();
        Instant now = NOON;
        for (Input input : schedule) {
            Report before = report;
            Decision decision = ReportRules.decide(report, input, LIMITS, now = now.plusSeconds(1));
            report = decision.next();
            effects.addAll(decision.effects());
            keepsWhatWasDecided(before, report);
        }
        boolean decided = report instanceof Report.Accepted || report instanceof Report.Refused;
        assertThat(report instanceof Report.Accepted && report.goodPhotos() < LIMITS.minGood()).isFalse();
        assertThat(effects.stream().filter(AnnounceVerdicts.class::isInstance)).hasSize(decided ? 1 : 0);
        assertThat(effects.stream().filter(RequestTraining.class::isInstance))
                .hasSize(report instanceof Report.Accepted ? 1 : 0);
        assertThat(decided).isEqualTo(everyPhotoWasChecked(schedule));
    }

    private static void keepsWhatWasDecided(Report before, Report after) {
        for (Photo photo : before.photos()) {
            if (!photo.pending()) {
                assertThat(after.photos()).contains(photo);
            }
        }
        if (before instanceof Report.Refused) {
            assertThat(after).isEqualTo(before);
        }
        if (before instanceof Report.Accepted) {
            assertThat(after).isInstanceOf(Report.Accepted.class);
        }
    }

    private static boolean everyPhotoWasChecked(List<Input> schedule) {
        int start = schedule.stream()
                .filter(Input.Uploaded.class::isInstance)
                .findFirst()
                .map(schedule::indexOf)
                .orElse(schedule.size());
        return schedule.subList(start, schedule.size())
                .stream()
                .filter(Input.Checked.class::isInstance)
                .map(input -> ((Input.Checked) input).photo())
                .distinct()
                .count() == PHOTOS;
    }

    @Provide
    Arbitrary<List<Input>> schedules() {
        Arbitrary<Input> checks = Arbitraries.integers()
                .between(0, PHOTOS - 1)
                .flatMap(number -> Arbitraries
                        .<Input>of(ReportFixtures.good(number), ReportFixtures.good(number),
                                ReportFixtures.bad(number)));
        Arbitrary<Input> others = Arbitraries.of(ReportFixtures.uploaded(PHOTOS), new Input.TrainingTaken());
        return Arbitraries.frequencyOf(Tuple.of(4, checks), Tuple.of(1, others))
                .list()
                .ofMaxSize(24);
    }
}
