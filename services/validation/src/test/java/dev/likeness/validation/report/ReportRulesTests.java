package dev.likeness.validation.report;

import static dev.likeness.validation.report.ReportFixtures.LIMITS;
import static dev.likeness.validation.report.ReportFixtures.NOON;
import static dev.likeness.validation.report.ReportFixtures.TRAINING;
import static dev.likeness.validation.report.ReportFixtures.UPLOAD;
import static dev.likeness.validation.report.ReportFixtures.bad;
import static dev.likeness.validation.report.ReportFixtures.good;
import static dev.likeness.validation.report.ReportFixtures.photo;
import static dev.likeness.validation.report.ReportFixtures.photos;
import static dev.likeness.validation.report.ReportFixtures.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.CheckPhoto;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import dev.likeness.validation.report.Report.Training;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportRulesTests {

    @Test
    void checksEveryPhotoOfASet() {
        Decision decision = decide(new Report.Unknown(UPLOAD), uploaded(3));

        assertThat(decision.next()).isEqualTo(new Report.Checking(UPLOAD, new Training.Wanted(TRAINING), photos(3)));
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
        Reason reason = last.next().reasons().getFirst();
        assertThat(reason.code()).isEqualTo(ReasonCode.TOO_FEW_GOOD_PHOTOS);
        assertThat(reason.sentence()).isEqualTo("14 good photos, at least 15 are needed. Please add 1 more.");
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
    void refusesMoreThanFiftyPhotos() {
        Report last = after(uploaded(51), checks(51, 0)).next();

        assertThat(last.reasons()).extracting(Reason::code).containsExactly(ReasonCode.TOO_MANY_PHOTOS);
        assertThat(last).isInstanceOf(Report.Refused.class);
    }

    @Test
    void hintsThatFewerPhotosDoAsWell() {
        Report last = after(uploaded(28), checks(28, 0)).next();

        assertThat(last).isInstanceOf(Report.Accepted.class);
        assertThat(last.reasons()).extracting(Reason::code).containsExactly(ReasonCode.MORE_PHOTOS_THAN_NEEDED);
        assertThat(last.reasons()).allMatch(Reason::warning);
    }

    @Test
    void asksForNoTrainingThatThePersonWantsToStart() {
        Decision last = after(new Input.Uploaded(false, TRAINING, photos(15)), checks(15, 0));

        assertThat(last.next()).isInstanceOf(Report.Accepted.class);
        assertThat(last.effects()).containsExactly(new AnnounceVerdicts());
    }

    @Test
    void saysThatAnotherSetIsTrainedOnAlready() {
        Report accepted = after(uploaded(15), checks(15, 0)).next();
        Decision decision = decide(accepted, new Input.TrainingTaken());

        assertThat(decision.effects()).isEmpty();
        assertThat(decision.next().reasons()).extracting(Reason::code)
                .containsExactly(ReasonCode.TRAINING_ALREADY_REQUESTED);
        assertThat(decide(decision.next(), new Input.TrainingTaken()).next()).isEqualTo(decision.next());
    }

    @Test
    void keepsTheFirstVerdictOfAPhoto() {
        Report checking = decide(new Report.Unknown(UPLOAD), uploaded(2)).next();
        Report judged = decide(checking, bad(0)).next();

        assertThat(decide(judged, good(0)).next()).isEqualTo(judged);
        assertThat(judged.photo(new PhotoId("photo-0"))).hasValueSatisfying(
                photo -> assertThat(photo.verdict()).isInstanceOf(Verdict.Rejected.class));
    }

    @Test
    void takesAPhotoOnceThatIsNamedTwice() {
        var twice = new Input.Uploaded(true, TRAINING, List.of(photo(1), photo(1)));

        assertThat(decide(new Report.Unknown(UPLOAD), twice).next().photos()).containsExactly(photo(1));
    }

    @Test
    void findsTheFirstPhotoWithTheSameBytes() {
        Photo first = photo("a", "same");
        Photo second = photo("b", "same");
        Photo unknown = photo("c", "");
        Report report = new Report.Checking(UPLOAD, new Training.Unwanted(),
                List.of(photo(1), first, second, unknown, photo("d", "")));

        assertThat(report.twinOf(first)).isEmpty();
        assertThat(report.twinOf(second)).contains(new Report.Twin(first.id(), 2));
        assertThat(report.twinOf(photo("d", ""))).isEmpty();
    }

    @Test
    void rejectsNothingWithoutAReason() {
        assertThatThrownBy(() -> new Verdict.Rejected(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static CheckPhoto check(int number) {
        return new CheckPhoto(new PhotoId("photo-" + number));
    }

    private static List<Input> checks(int good, int bad) {
        return Stream.<Input>concat(IntStream.range(0, good).mapToObj(ReportFixtures::good),
                IntStream.range(good, good + bad).mapToObj(ReportFixtures::bad)).toList();
    }

    private static Decision after(Input first, List<Input> then) {
        Decision decision = decide(new Report.Unknown(UPLOAD), first);
        for (Input input : then) {
            decision = decide(decision.next(), input);
        }
        return decision;
    }

    private static Decision decide(Report report, Input input) {
        return ReportRules.decide(report, input, LIMITS, NOON);
    }
}
