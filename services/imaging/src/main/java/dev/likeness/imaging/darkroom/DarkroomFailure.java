package dev.likeness.imaging.darkroom;

/** No worker could be had: the photo was not looked at and may be good. Another try may help. */
public final class DarkroomFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DarkroomFailure(String detail) {
        super(detail);
    }

    DarkroomFailure(String detail, Throwable cause) {
        super(detail, cause);
    }
}
