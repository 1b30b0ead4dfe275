package dev.likeness.validation.report;

import static dev.likeness.validation.report.ReportFixtures.LIMITS;
import static dev.likeness.validation.report.ReportFixtures.NOON;
import static dev.likeness.validation.report.ReportFixtures.TRAINING;
import static dev.likeness.validation.report.ReportFixtures.UPLOAD;
import static dev.likeness.validation.report.ReportFixtures.bad;
import static dev.likeness.validation.report.ReportFixtures.good;
import static dev.likeness.validation.report.ReportFixtures.id;
import static dev.likeness.validation.report.ReportFixtures.photo;
import static dev.likeness.validation.report.ReportFixtures.photos;
import static dev.likeness.validation.report.ReportFixtures.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.Verdict;
import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.CheckPhoto;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import dev.likeness.validation.report.Report.Content;
import dev.likeness.validation.report.Report.Training;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportRulesTests {

    @Test
    void checksEveryPhotoOfASet() {
        Decision decision = decide(new Report.Unknown(UPLOAD), uploaded(3));

        assertThat(decision.next()).isEqualTo(
                new Report.Checking(new Content(UPLOAD, 1, new Training.Wanted(TRAINING), photos(3))));
        assertThat(decision.effects()).containsExactly(check(0), check(1), check(2));
    }

    @Test
    void acceptsFifteenGoodPhotosAndAsksForATraining() {
        Decision last = after(uploaded(16), checks(15, 1));

        assertThat(last.next()).isInstanceOf(Report.Accepted.class);
        assertThat(last.next().goodPhotos()).isEqualTo(15);
        assertThat(last.effects()).containsExactly(new AnnounceVerdicts(), new RequestTraining(TRAINING));
    }

    @Test
    void refusesFourteenGoodPhotosWithTheFigures() {
        Decision last = after(uploaded(16), checks(14, 2));

        assertThat(last.next()).isInstanceOf(Report.Refused.class);
        assertThat(last.effects()).containsExactly(new AnnounceVerdicts());
        Reason reason = reasons(last).getFirst();
        assertThat(reason.code()).isEqualTo(ReasonCode.TOO_FEW_GOOD_PHOTOS);
        assertThat(reason.measured()).isEqualTo(14);
        assertThat(reason.limit()).isEqualTo(15);
    }

    @Test
    void refusesAnEmptySetAtOnce() {
        Decision decision = decide(new Report.Unknown(UPLOAD), uploaded(0));

        assertThat(decision.next()).isInstanceOf(Report.Refused.class);
        assertThat(decision.effects()).containsExactly(new AnnounceVerdicts());
    }

    @Test
    void tellsAVerdictOnEachPhotoAsItComes() {
        Report judged = after(uploaded(2), List.of(bad(1))).next();

        assertThat(judged).isInstanceOf(Report.Checking.class);
        assertThat(judged.photos()).extracting(Photo::verdict)
                .satisfiesExactly(first -> assertThat(first).isInstanceOf(Verdict.Pending.class),
                        second -> assertThat(second).isInstanceOf(Verdict.Rejected.class));
    }

    @Test
    void asksForNoTrainingThatThePersonWantsToStart() {
        Decision last = after(uploaded(1, false, photos(15)), checks(15, 0));

        assertThat(last.next()).isInstanceOf(Report.Accepted.class);
        assertThat(last.effects()).containsExactly(new AnnounceVerdicts());
    }

    @Test
    void startsTheTrainingThatThePersonConfirms() {
        Report accepted = after(uploaded(1, false, photos(15)), checks(15, 0)).next();
        var confirmed = new TrainingId(new UUID(9, 9));

        Decision started = decide(accepted, new Input.TrainingAsked(confirmed));
        Decision again = decide(started.next(), new Input.TrainingAsked(confirmed));

        assertThat(started.effects()).containsExactly(new RequestTraining(confirmed));
        assertThat(again.refusal()).contains(new Refusal.TrainingExists(Optional.of(confirmed)));
    }

    @Test
    void startsNoSecondTrainingByItselfAfterAFailedOne() {
        Report training = after(uploaded(15), checks(15, 0)).next();

        Decision ended = decide(training, new Input.TrainingEnded(TRAINING));

        assertThat(ended.effects()).containsExactly(new AnnounceVerdicts());
        assertThat(ended.next()).isInstanceOfSatisfying(Report.Accepted.class, accepted -> {
            assertThat(accepted.content().training()).isEqualTo(new Training.Unwanted());
            assertThat(accepted.outcome().decidedAt()).as("later than the verdict before").isAfter(NOON);
        });
        assertThat(decide(ended.next(), new Input.TrainingEnded(TRAINING))).isEqualTo(stays(ended.next()));
    }

    @Test
    void trainsAgainAfterAFailedTrainingOnceThePersonConfirms() {
        Report ended = after(uploaded(15), Stream.concat(checks(15, 0).stream(),
                Stream.of(new Input.TrainingEnded(TRAINING))).toList()).next();
        var second = new TrainingId(new UUID(9, 9));

        Decision started = decide(ended, new Input.TrainingAsked(second));

        assertThat(started.effects()).containsExactly(new RequestTraining(second));
        assertThat(decide(started.next(), new Input.TrainingEnded(TRAINING))).as("the older one, late")
                .isEqualTo(stays(started.next()));
    }

    @Test
    void takesAChangedSetAgainAfterAFailedTraining() {
        Report ended = after(uploaded(16), Stream.concat(checks(16, 0).stream(),
                Stream.of(new Input.TrainingEnded(TRAINING))).toList()).next();

        assertThat(decide(ended, uploaded(2, false, photos(15))).effects()).hasSize(2)
                .last()
                .isEqualTo(new AnnounceVerdicts());
        assertThat(decide(ended, uploaded(2, true, photos(15))).effects())
                .contains(new RequestTraining(new TrainingId(new UUID(1, 2))));
    }

    @Test
    void takesNoEndOfATrainingThatItDidNotAskFor() {
        var ended = new Input.TrainingEnded(TRAINING);
        Report checking = after(uploaded(15), List.of()).next();
        Report unwanted = after(uploaded(1, false, photos(15)), checks(15, 0)).next();

        assertThat(decide(new Report.Unknown(UPLOAD), ended)).isEqualTo(stays(new Report.Unknown(UPLOAD)));
        assertThat(decide(checking, ended)).isEqualTo(stays(checking));
        assertThat(decide(unwanted, ended)).isEqualTo(stays(unwanted));
    }

    @Test
    void asksAgainForASetThatCameSecond() {
        Report taken = after(uploaded(15), Stream.concat(checks(15, 0).stream(),
                Stream.of(new Input.TrainingTaken())).toList()).next();
        var own = new TrainingId(new UUID(9, 9));

        Decision asked = decide(taken, new Input.TrainingAsked(own));

        assertThat(asked.effects()).containsExactly(new AnnounceVerdicts(), new RequestTraining(own));
        assertThat(reasons(asked)).isEmpty();
        assertThat(reasons(decide(asked.next(), new Input.TrainingTaken()))).extracting(Reason::code)
                .containsExactly(ReasonCode.TRAINING_ALREADY_REQUESTED);
    }

    private static Decision stays(Report report) {
        return new Decision(report, List.of());
    }

    @Test
    void startsNoTrainingOfASetThatIsNotAccepted() {
        var asked = new Input.TrainingAsked(TRAINING);

        assertThat(decide(new Report.Unknown(UPLOAD), asked).refusal()).contains(new Refusal.UnknownUpload());
        assertThat(after(uploaded(2), List.of(asked)).refusal()).contains(new Refusal.StillChecking());
        assertThat(decide(after(uploaded(2), checks(2, 0)).next(), asked).refusal())
                .contains(new Refusal.NotAccepted());
    }

    @Test
    void saysThatAnotherSetIsTrainedOnAlready() {
        Report accepted = after(uploaded(15), checks(15, 0)).next();
        Decision decision = decide(accepted, new Input.TrainingTaken());

        assertThat(decision.effects()).containsExactly(new AnnounceVerdicts());
        assertThat(reasons(decision)).extracting(Reason::code).containsExactly(ReasonCode.TRAINING_ALREADY_REQUESTED);
        assertThat(decide(decision.next(), new Input.TrainingTaken()).next()).isEqualTo(decision.next());
    }

    @Test
    void keepsWhatWasFoundFirstOfAPhoto() {
        Report judged = after(uploaded(2), List.of(bad(0))).next();

        assertThat(decide(judged, good(0)).next()).isEqualTo(judged);
    }

    @Test
    void takesAPhotoOnceThatIsNamedTwice() {
        var twice = uploaded(1, true, List.of(photo(1), photo(1)));

        assertThat(decide(new Report.Unknown(UPLOAD), twice).next().photos()).containsExactly(photo(1));
    }

    @Test
    void looksAtTheFirstOfEqualFilesOnly() {
        Photo first = photo("a", "same");
        Photo second = photo("b", "same");
        Decision decision = decide(new Report.Unknown(UPLOAD),
                uploaded(1, true, List.of(photo(1), first, second, photo("c", ""), photo("d", ""))));

        assertThat(decision.effects()).hasSize(4).doesNotContain(new CheckPhoto(second.id(), 1));
        assertThat(decision.next().photo(second.id()).orElseThrow().findings())
                .isEqualTo(new Findings.Repeated(first.id()));
    }

    @Test
    void rejectsNothingWithoutAReason() {
        assertThatThrownBy(() -> new Verdict.Rejected(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static CheckPhoto check(int number) {
        return new CheckPhoto(id(number), 1);
    }

    static List<Reason> reasons(Decision decision) {
        return ((Report.Decided) decision.next()).outcome().reasons();
    }

    static List<Input> checks(int good, int bad) {
        return Stream.<Input>concat(IntStream.range(0, good).mapToObj(ReportFixtures::good),
                IntStream.range(good, good + bad).mapToObj(ReportFixtures::bad)).toList();
    }

    static Decision after(Input first, List<Input> then) {
        Decision decision = decide(new Report.Unknown(UPLOAD), first);
        for (Input input : then) {
            decision = decide(decision.next(), input);
        }
        return decision;
    }

    static Decision decide(Report report, Input input) {
        return ReportRules.decide(report, input, LIMITS, NOON);
    }
}
