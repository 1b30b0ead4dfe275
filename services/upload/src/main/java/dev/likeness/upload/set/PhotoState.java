package dev.likeness.upload.set;

import java.util.Optional;

/** How far one photo has come. */
public sealed interface PhotoState {

    /** Where its bytes are, once they are here. */
    Optional<StoredObject> stored();

    /** The state once its bytes have come, be it again. */
    default PhotoState holding(StoredObject object) {
        return this instanceof Judged(_, boolean accepted) ? new Judged(object, accepted) : new Arrived(object);
    }

    /** Announced; its bytes have not come yet. */
    record Awaited() implements PhotoState {
        @Override
        public Optional<StoredObject> stored() {
            return Optional.empty();
        }
    }

    /** The same bytes were here already and are used again. */
    record Held(StoredObject object) implements PhotoState {
        @Override
        public Optional<StoredObject> stored() {
            return Optional.of(object);
        }
    }

    /** Its bytes have come and are what was announced. */
    record Arrived(StoredObject object) implements PhotoState {
        @Override
        public Optional<StoredObject> stored() {
            return Optional.of(object);
        }
    }

    /** It was checked. */
    record Judged(StoredObject object, boolean accepted) implements PhotoState {
        @Override
        public Optional<StoredObject> stored() {
            return Optional.of(object);
        }
    }
}
