package dev.likeness.upload.set;

/** One photo of a set. */
public record Photo(PhotoId id, PhotoName name, Bytes bytes, PhotoState state) {

    public boolean isMissing() {
        return state.stored().isEmpty();
    }

    Photo become(PhotoState next) {
        return new Photo(id, name, bytes, next);
    }
}
