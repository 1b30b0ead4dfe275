package dev.likeness.validation.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

public final class ReportFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final SetLimits LIMITS = new SetLimits(15, 27, 50);
    public static final UploadId UPLOAD = new UploadId("upload-1");
    public static final TrainingId TRAINING = new TrainingId(new UUID(1, 1));

    private ReportFixtures() {}

    public static Photo photo(int number) {
        return photo("photo-" + number, "%064x".formatted(number));
    }

    public static Photo photo(String id, String sha256) {
        return new Photo(new PhotoId(id), "selfie/" + id, 100_000, sha256, "prepared/" + id, new Verdict.Pending());
    }

    public static List<Photo> photos(int count) {
        return IntStream.range(0, count).mapToObj(ReportFixtures::photo).toList();
    }

    public static Input.Uploaded uploaded(int count) {
        return new Input.Uploaded(true, TRAINING, photos(count));
    }

    public static Input.Checked good(int number) {
        return new Input.Checked(new PhotoId("photo-" + number), new Verdict.Accepted(List.of()));
    }

    public static Input.Checked bad(int number) {
        return new Input.Checked(new PhotoId("photo-" + number),
                new Verdict.Rejected(List.of(Reason.refusal(ReasonCode.CORRUPT, "It is damaged."))));
    }
}
