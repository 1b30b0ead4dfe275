package dev.likeness.validation.report;

/**
 * A photo of a set.
 *
 * @param objectKey where its bytes are, in the bucket of selfies
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case; empty where it is not known
 * @param preparedKey where its prepared copy goes, in the bucket of prepared photos; drawn before
 * there is a copy, so that a check begun anew writes over what was left instead of beside it
 */
public record Photo(PhotoId id, String objectKey, long size, String sha256, String preparedKey, Verdict verdict) {

    Photo judged(Verdict.Final given) {
        return new Photo(id, objectKey, size, sha256, preparedKey, given);
    }

    public boolean pending() {
        return verdict instanceof Verdict.Pending;
    }

    public boolean accepted() {
        return verdict instanceof Verdict.Accepted;
    }
}
