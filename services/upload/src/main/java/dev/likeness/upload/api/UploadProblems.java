package dev.likeness.upload.api;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.LENGTH_REQUIRED;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import dev.likeness.objects.ObjectStoreException;
import dev.likeness.upload.keeping.ObjectGone;
import dev.likeness.upload.sending.Busy;
import dev.likeness.upload.sending.EmptyPhoto;
import dev.likeness.upload.sending.EpochEnded;
import dev.likeness.upload.sending.Stalled;
import dev.likeness.upload.sending.TooLarge;
import dev.likeness.upload.sending.TooManyPhotos;
import dev.likeness.upload.sending.TooSlow;
import dev.likeness.upload.sending.UnusablePart;
import dev.likeness.upload.set.Refusal;
import dev.likeness.upload.set.Refusal.AlreadyComplete;
import dev.likeness.upload.set.Refusal.LastPhoto;
import dev.likeness.upload.set.Refusal.PhotosMissing;
import dev.likeness.upload.set.Refusal.StillChecking;
import dev.likeness.upload.set.Refusal.TooMany;
import dev.likeness.upload.set.Refusal.TrainingRequested;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.UnknownSet;
import dev.likeness.upload.set.Refusal.WrongSha256;
import dev.likeness.upload.set.Refusal.WrongSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;

/** What this service refuses, and in which words. */
final class UploadProblems {

    private static final Logger log = LoggerFactory.getLogger(UploadProblems.class);

    private UploadProblems() {}

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case UnknownSet() -> unknownUpload();
            case UnknownPhoto() -> Problems.notFound("upload", "unknown-photo", "No such photo",
                    "This upload has no such photo. GET the upload to see its photos.");
            case AlreadyComplete() -> problem(CONFLICT, "already-complete", "Upload complete",
                    "This upload is complete; no photo can be sent to it now. Once it is checked, add photos to it or start another upload.");
            case StillChecking() -> problem(CONFLICT, "still-checking", "Still checking",
                    "The photos of this upload are being checked. Wait for the verdict, then change it.");
            case TrainingRequested() -> problem(CONFLICT, "training-requested", "Training requested",
                    "A training on your photos was asked for, so they stay as they are unless it fails or is canceled.");
            case LastPhoto() -> problem(CONFLICT, "last-photo", "Last photo",
                    "This is the only photo of this upload. Add others before you take it out, or start another upload.");
            case TooMany(int limit, int measured) -> tooManyPhotos(limit).with("measured", measured);
            case PhotosMissing(var photos) -> problem(CONFLICT, "photos-missing", "Photos missing",
                    photos.size() + (photos.size() == 1 ? " photo has" : " photos have")
                            + " not arrived yet. Send them, then complete the upload again.")
                    .with("missing", photos.stream().map(Object::toString).toList());
            case WrongSize(long announced, long measured) -> problem(UNPROCESSABLE_CONTENT, "wrong-size",
                    "Wrong size", "The photo was announced with " + announced + " bytes but " + measured
                            + (measured == 1 ? " byte was" : " bytes were") + " sent. Send exactly the photo that was"
                            + " announced.")
                    .with("expected", announced)
                    .with("measured", measured);
            case WrongSha256(var announced, var measured) -> problem(UNPROCESSABLE_CONTENT, "wrong-sha256",
                    "Wrong SHA-256", "The bytes that came are not those that were announced; they may have been damaged"
                            + " on the way. Send the photo again.")
                    .with("expected", announced.value())
                    .with("measured", measured.value());
        };
    }

    static ProblemException unknownUpload() {
        return Problems.notFound("upload", "unknown-upload", "No such upload",
                "You have no such upload. GET /v1/uploads lists those you have.");
    }

    static ProblemException lengthRequired() {
        return problem(LENGTH_REQUIRED, "length-required", "Length required",
                "Send the header Content-Length with the photo's size in bytes.");
    }

    static ProblemException tooManyPhotos(int limit) {
        return problem(UNPROCESSABLE_CONTENT, "too-many-photos", "Too many photos",
                "An upload takes at most " + limit + " photos. 15 to 27 good ones are best.").with("limit", limit);
    }

    static ProblemException emptyPhoto(int position) {
        return problem(UNPROCESSABLE_CONTENT, "empty-photo", "Empty photo",
                "Photo " + position + " has no bytes. Choose another one.").with("photo", position);
    }

    static ProblemException photoTooLarge(HttpStatus status, long limit) {
        return problem(status, "photo-too-large", "Photo too large", "A photo may have at most " + limit
                + " bytes. Make it smaller or choose another one.").with("limit", limit);
    }

    static ProblemException problem(HttpStatus status, String slug, String title, String detail) {
        return Problems.of(status, "upload", slug, title, detail);
    }

    /** What a failure on the way in means to the sender; anything else stays what it is. */
    static Throwable of(Throwable failure) {
        return switch (failure) {
            case TooLarge large -> photoTooLarge(CONTENT_TOO_LARGE, large.limit());
            case TooManyPhotos many -> tooManyPhotos(many.limit());
            case EmptyPhoto empty -> emptyPhoto(empty.position());
            case UnusablePart part -> problem(BAD_REQUEST, "not-a-photo", "Not a photo",
                    "Part " + part.position() + " is no photo: every part must be a file and be named \"photos\".")
                    .with("part", part.position());
            case DecodingException _ -> problem(BAD_REQUEST, "not-multipart", "Not a multipart body",
                    "The body is not complete or not of the form that Content-Type and its boundary say.");
            case Stalled stalled -> problem(REQUEST_TIMEOUT, "stalled", "Nothing came",
                    "Nothing came for " + stalled.patience().toSeconds() + " seconds. Send the photo again.");
            case TooSlow slow -> tooSlow(slow);
            case Busy busy -> problem(SERVICE_UNAVAILABLE, "busy", "Many photos are being sent",
                    "No place became free within " + busy.waited().toSeconds()
                            + " seconds. Send again in a moment, fewer"
                            + " photos at a time.")
                    .with(Problem.RETRY_AFTER, 10);
            case EpochEnded _ -> unknownUpload();
            case ObjectGone _ -> problem(REQUEST_TIMEOUT, "too-slow", "Too slow",
                    "Sending took longer than any upload is given. Send again, one photo at a time.");
            case ObjectStoreException store -> storeUnavailable(store);
            default -> failure;
        };
    }

    private static ProblemException tooSlow(TooSlow slow) {
        return problem(REQUEST_TIMEOUT, "too-slow", "Too slow", slow.bytes() + " bytes came in "
                + slow.waited().toSeconds() + " seconds; at least " + slow.slowest()
                + " bytes a second are needed. Send the photo again where the connection is better, one photo at a time.")
                .with("measured", Math.round(slow.bytes() * 1000.0 / Math.max(1, slow.waited().toMillis())))
                .with("limit", slow.slowest());
    }

    private static ProblemException storeUnavailable(ObjectStoreException failure) {
        log.warn("A photo could not be kept: {}", failure.toString());
        return problem(SERVICE_UNAVAILABLE, "store-unavailable", "Photos can't be kept just now",
                "The photo could not be kept just now. Nothing else is lost; send it again in a moment.")
                .with(Problem.RETRY_AFTER, 5);
    }
}
