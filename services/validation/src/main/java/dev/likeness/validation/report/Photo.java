package dev.likeness.validation.report;

import dev.likeness.validation.judging.Candidate;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.SetRules;
import dev.likeness.validation.judging.Verdict;
import java.util.Optional;

/**
 * A photo of a set.
 *
 * @param objectKey where its bytes are, in the bucket of selfies
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case; empty where it is not known
 * @param preparedKey where its prepared copy goes, in the bucket of prepared photos; drawn before
 * there is a copy, so that a check begun anew writes over what was left instead of beside it
 * @param verdict until the set is decided, on the photo by itself
 */
public record Photo(PhotoId id, String objectKey, long size, String sha256, String preparedKey, Findings findings,
        Optional<Objection> objection, Verdict verdict) {

    /** A photo that nobody has looked at. */
    public static Photo fresh(PhotoId id, String objectKey, long size, String sha256, String preparedKey) {
        return new Photo(id, objectKey, size, sha256, preparedKey, new Findings.Awaited(), Optional.empty(),
                new Verdict.Pending());
    }

    /** The same as a newer revision of its set tells it; its bytes are the same. */
    Photo toldAgain(Photo latest) {
        return new Photo(id, latest.objectKey, latest.size, latest.sha256, preparedKey, findings, objection, verdict);
    }

    Photo judged(Verdict given) {
        return new Photo(id, objectKey, size, sha256, preparedKey, findings, objection, given);
    }

    Photo awaited() {
        return new Photo(id, objectKey, size, sha256, preparedKey, new Findings.Awaited(), objection,
                new Verdict.Pending());
    }

    Photo found(Findings found, Limits limits) {
        var looked = new Photo(id, objectKey, size, sha256, preparedKey, found, objection, verdict);
        return looked.judged(SetRules.alone(looked.candidate(), limits));
    }

    Photo repeating(PhotoId twin) {
        return new Photo(id, objectKey, size, sha256, preparedKey, new Findings.Repeated(twin), objection,
                new Verdict.Pending());
    }

    Photo objected(Objection said) {
        return new Photo(id, objectKey, size, sha256, preparedKey, findings, Optional.of(said), verdict);
    }

    Candidate candidate() {
        return new Candidate(id, findings, objection);
    }

    /** Whether somebody has yet to look at it. */
    public boolean awaitsALook() {
        return findings instanceof Findings.Awaited;
    }

    boolean repeats() {
        return findings instanceof Findings.Repeated;
    }

    /** Whether what was found is not about the photo itself: it may not be so another time. */
    boolean lost() {
        return findings instanceof Findings.Unusable(var reasons)
                && reasons.stream().anyMatch(reason -> reason.code() == ReasonCode.PHOTO_LOST);
    }

    public boolean accepted() {
        return verdict instanceof Verdict.Accepted;
    }
}
