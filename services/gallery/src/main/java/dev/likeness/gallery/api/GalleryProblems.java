package dev.likeness.gallery.api;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import org.springframework.http.HttpHeaders;
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
        return bad("unknown-state", "Unknown state",
                "state must be \"preview\", \"saved\" or \"trash\", or absent for previews and saved ones.");
    }

    static ProblemException unknownSort() {
        return bad("unknown-sort", "Unknown order", "sort must be \"newest\" or \"likeness\".");
    }

    static ProblemException unknownBand() {
        return bad("unknown-band", "Unknown band",
                "band must be AS_YOUR_PHOTOS, ALIKE, DOUBTFUL, NOT_YOU or NOT_MEASURED, or several of them with commas.");
    }

    static ProblemException unknownHeldBack() {
        return bad("unknown-held-back", "Held back: hide or show", "heldBack must be \"hide\" or \"show\".");
    }

    static ProblemException unknownSize() {
        return bad("unknown-size", "Unknown size", "size must be \"small\" or \"large\".");
    }

    static ProblemException nothingSelected() {
        return Problems.notFound(SERVICE, "nothing-selected", "No portraits",
                "There is no portrait to pack: save some, or leave out a part of the filter.");
    }

    static ProblemException tooMany(int limit) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, SERVICE, "too-many", "Too many portraits",
                "An archive holds at most " + limit + " portraits. Choose fewer by ids, band or favourite=true.")
                .with("limit", limit);
    }

    static ProblemException archivesBusy() {
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, SERVICE, "archives-busy", "Too many archives at once",
                "As many archives are being sent as can be at once. Please try again in a minute.")
                .with(Problem.RETRY_AFTER, 60);
    }

    static ProblemException rangeUnsatisfiable(long length) {
        ProblemException problem = Problems.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, SERVICE,
                "range-unsatisfiable", "Nothing there",
                "Range asks for bytes beyond the " + length + " that there are.")
                .with("length", length);
        problem.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
        return problem;
    }

    static ProblemException inTrash() {
        return Problems.notFound(SERVICE, "in-trash", "In the trash",
                "This portrait is in the trash. Take it out with POST /v1/gallery/{id}/restore first.");
    }

    static ProblemException gone() {
        return Problems.of(HttpStatus.GONE, SERVICE, "gone", "Gone for good",
                "This portrait was deleted, or its time in the trash is over, and it can't be brought back. Generate it "
                        + "again, with the same seed for one like it.");
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

    private static ProblemException bad(String slug, String title, String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, SERVICE, slug, title, detail);
    }
}
