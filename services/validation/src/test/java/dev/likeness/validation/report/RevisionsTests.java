package dev.likeness.validation.report;

import static dev.likeness.validation.report.ReportFixtures.NOON;
import static dev.likeness.validation.report.ReportFixtures.good;
import static dev.likeness.validation.report.ReportFixtures.id;
import static dev.likeness.validation.report.ReportFixtures.photo;
import static dev.likeness.validation.report.ReportFixtures.photos;
import static dev.likeness.validation.report.ReportFixtures.small;
import static dev.likeness.validation.report.ReportFixtures.uploaded;
import static dev.likeness.validation.report.ReportRulesTests.after;
import static dev.likeness.validation.report.ReportRulesTests.checks;
import static dev.likeness.validation.report.ReportRulesTests.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Objection.Why;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.CheckPhoto;
import dev.likeness.validation.report.Decision.Effect.Forget;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import dev.likeness.validation.report.Report.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A set changes after its verdict. */
class RevisionsTests {

    @Test
    void looksAtWhatWasAddedOnly() {
        Report refused = after(uploaded(14), checks(14, 0)).next();

        Decision added = decide(refused, uploaded(2, true, photos(15)));
        Decision decided = decide(added.next(), good(14));

        assertThat(added.effects()).containsExactly(new CheckPhoto(id(14), 2));
        assertThat(decided.next()).isInstanceOf(Report.Accepted.class);
        assertThat(decided.effects()).containsExactly(new AnnounceVerdicts(),
                new RequestTraining(new TrainingId(new UUID(1, 2))));
    }

    @Test
    void decidesAtOnceWhereSomethingWasDroppedOnly() {
        Report accepted = after(uploaded(1, false, photos(16)), checks(16, 0)).next();

        Decision dropped = decide(accepted, uploaded(2, false, photos(15)));

        assertThat(dropped.next()).isInstanceOf(Report.Accepted.class);
        assertThat(dropped.effects()).hasSize(2).last().isEqualTo(new AnnounceVerdicts());
        assertThat(dropped.effects().getFirst()).isInstanceOfSatisfying(Forget.class,
                gone -> assertThat(gone.photo().id()).isEqualTo(id(15)));
    }

    @Test
    void changesNothingForAnOlderRevision() {
        Report second = after(uploaded(2, false, photos(15)), checks(15, 0)).next();

        assertThat(decide(second, uploaded(1, true, photos(16)))).isEqualTo(new Decision(second, List.of()));
        assertThat(decide(second, uploaded(2, true, photos(16)))).isEqualTo(new Decision(second, List.of()));
    }

    @Test
    void leavesWhatIsBeingTrainedOnAndSaysSo() {
        Report trained = after(uploaded(15), checks(15, 0)).next();

        Decision late = decide(trained, uploaded(2, true, photos(14)));

        assertThat(late.next().photos()).isEqualTo(trained.photos());
        assertThat(((Decided) late.next()).content().revision()).isEqualTo(2);
        assertThat(late.effects()).containsExactly(new AnnounceVerdicts());
    }

    @Test
    void looksAgainAtWhatTheStoreHadLost() {
        var lost = new Input.Examined(id(1), new Findings.Unusable(
                List.of(Reason.refusal(ReasonCode.PHOTO_LOST, "We could not read it back."))));
        Report refused = after(uploaded(2), List.of(good(0), lost)).next();

        assertThat(decide(refused, uploaded(2, true, photos(2))).effects()).containsExactly(new CheckPhoto(id(1), 2));
    }

    @Test
    void looksAtARepeatedFileOnceTheFirstIsGone() {
        List<Photo> twins = List.of(photo("a", "same"), photo("b", "same"));
        Report begun = after(uploaded(1, true, twins), List.of()).next();

        Decision dropped = decide(begun, uploaded(2, true, List.of(photo("b", "same"))));

        assertThat(dropped.effects()).contains(new CheckPhoto(twins.get(1).id(), 2));
        assertThat(dropped.next().photos()).allMatch(Photo::awaitsALook);
    }

    @Test
    void takesThePersonsWordAgainstTheCheck() {
        List<Input> checks = new ArrayList<>(checks(14, 0));
        checks.add(small(14));
        Report refused = after(uploaded(15), checks).next();

        Decision overridden = decide(refused, new Input.Overridden(id(14), Why.OLD_PHOTO));

        assertThat(overridden.next()).isInstanceOf(Report.Accepted.class);
        assertThat(overridden.effects()).hasSize(2).first().isEqualTo(new AnnounceVerdicts());
        Photo photo = overridden.next().photo(id(14)).orElseThrow();
        assertThat(photo.accepted()).isTrue();
        assertThat(photo.objection().orElseThrow().why()).isEqualTo(Why.OLD_PHOTO);
        assertThat(photo.objection().orElseThrow().against()).containsExactly(ReasonCode.FACE_TOO_SMALL);
        assertThat(((Decided) overridden.next()).outcome().decidedAt()).as("later than the verdict before")
                .isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void keepsThePersonsWordOverRevisions() {
        Report refused = after(uploaded(2), List.of(good(0), small(1))).next();
        Report overridden = decide(refused, new Input.Overridden(id(1), Why.CHECK_IS_WRONG)).next();

        Report later = decide(overridden, uploaded(2, true, photos(2))).next();

        assertThat(later.photo(id(1)).orElseThrow().accepted()).isTrue();
        assertThat(decide(later, new Input.Overridden(id(1), Why.CHECK_IS_WRONG))).as("said again")
                .isEqualTo(new Decision(later, List.of()));
    }

    @Test
    void saysWhatCanNotBeOverridden() {
        Report refused = after(uploaded(2), checks(1, 1)).next();
        Report checking = after(uploaded(2), List.of()).next();
        Report trained = after(uploaded(15), checks(15, 0)).next();

        assertThat(decide(refused, said(1)).refusal())
                .contains(new Refusal.NotOverridable(List.of(ReasonCode.CORRUPT)));
        assertThat(decide(refused, said(0)).refusal()).contains(new Refusal.NothingToOverride());
        assertThat(decide(refused, said(7)).refusal()).contains(new Refusal.UnknownPhoto());
        assertThat(decide(checking, said(0)).refusal()).contains(new Refusal.StillChecking());
        assertThat(decide(trained, said(0)).refusal()).isPresent()
                .get()
                .isInstanceOf(Refusal.TrainingExists.class);
        assertThat(decide(new Report.Unknown(ReportFixtures.UPLOAD), said(0)).refusal())
                .contains(new Refusal.UnknownUpload());
    }

    private static Input.Overridden said(int number) {
        return new Input.Overridden(id(number), Why.CHECK_IS_WRONG);
    }
}
