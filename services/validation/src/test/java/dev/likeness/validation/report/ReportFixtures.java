package dev.likeness.validation.report;

import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.SetLimits;
import dev.likeness.validation.judging.Shots;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

public final class ReportFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final Limits LIMITS = Shots.LIMITS;
    public static final UploadId UPLOAD = new UploadId("upload-1");
    public static final TrainingId TRAINING = new TrainingId(new UUID(1, 1));

    private ReportFixtures() {}

    public static Limits withSet(SetLimits set) {
        return new Limits(LIMITS.picture(), LIMITS.face(), LIMITS.light(), LIMITS.faceless(), LIMITS.twins(),
                LIMITS.person(), set,
                LIMITS.coverage());
    }

    public static PhotoId id(int number) {
        return Shots.id(number);
    }

    public static Photo photo(int number) {
        return photo("photo-" + number, "%064x".formatted(number));
    }

    public static Photo photo(String id, String sha256) {
        return Photo.fresh(new PhotoId(id), "selfie/" + id, 100_000, sha256, "prepared/" + id);
    }

    public static List<Photo> photos(int count) {
        return IntStream.range(0, count).mapToObj(ReportFixtures::photo).toList();
    }

    public static Input.Uploaded uploaded(int count) {
        return uploaded(1, true, photos(count));
    }

    public static Input.Uploaded uploaded(int revision, boolean autoStart, List<Photo> photos) {
        return new Input.Uploaded(revision, autoStart, new TrainingId(new UUID(1, revision)), photos);
    }

    public static Input.Examined good(int number) {
        return new Input.Examined(id(number), new Findings.Measured(Shots.good(number)));
    }

    public static Input.Examined bad(int number) {
        return new Input.Examined(id(number),
                new Findings.Unusable(List.of(Reason.refusal(ReasonCode.CORRUPT, "It is damaged."))));
    }

    /** Refused, but the person may say otherwise. */
    public static Input.Examined small(int number) {
        return new Input.Examined(id(number), new Findings.Measured(Shots.of(number, Shots.high(number, 90))));
    }
}
