package dev.likeness.gallery.api;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import org.springframework.http.HttpStatus;

/** The problems this API reports; the type is the contract, the detail is for people. */
final class GalleryProblems {

    private static final String SERVICE = "gallery";

    private GalleryProblems() {}

    static ProblemException unknownPortrait() {
        return Problems.notFound(SERVICE, "unknown-portrait", "Unknown portrait",
                "There is no portrait with this id in your gallery; it may have been deleted. See GET /v1/gallery.");
    }

    static ProblemException unknownState() {
        return Problems.of(HttpStatus.BAD_REQUEST, SERVICE, "unknown-state", "Unknown state",
                "state must be \"preview\" or \"saved\", or absent for both.");
    }

    static ProblemException expired() {
        return Problems.of(HttpStatus.GONE, SERVICE, "expired", "No longer offered",
                "The time in which this portrait could be saved is over. Generate it again, with the same seed for one "
                        + "like it.");
    }

    static ProblemException imageGone() {
        return Problems.of(HttpStatus.GONE, SERVICE, "image-gone", "The picture is gone",
                "The picture of this portrait has been removed because its time was over.");
    }

    static ProblemException copyIncomplete() {
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, SERVICE, "copy-incomplete", "Not saved",
                "The portrait could not be copied into your gallery as a whole. Nothing was saved; please try again.")
                .with(Problem.RETRY_AFTER, 2);
    }

    static ProblemException storeUnavailable() {
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, SERVICE, "store-unavailable",
                "The pictures are out of reach",
                "The store that holds the pictures does not answer just now. Nothing was changed; please try again.")
                .with(Problem.RETRY_AFTER, 5);
    }

    static ProblemException busy() {
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, SERVICE, "busy", "Too many thumbnails at once",
                "More thumbnails are being made than can be at once. Please try again in a moment.")
                .with(Problem.RETRY_AFTER, 1);
    }

    static ProblemException noThumbnail() {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, SERVICE, "no-thumbnail", "No thumbnail",
                "No thumbnail can be made of this picture. Use its image instead.");
    }
}
