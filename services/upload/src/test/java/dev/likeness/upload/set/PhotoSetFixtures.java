package dev.likeness.upload.set;

import dev.likeness.upload.set.PhotoSet.Announcement;
import dev.likeness.upload.set.PhotoSet.Open;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

final class PhotoSetFixtures {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final UploadId SET = new UploadId(new UUID(1, 1));
    static final PhotoId FIRST = new PhotoId(new UUID(2, 1));
    static final PhotoId SECOND = new PhotoId(new UUID(2, 2));
    static final PhotoId HELD = new PhotoId(new UUID(2, 3));
    static final Bytes BYTES = new Bytes(20_000, new Sha256("a".repeat(64)));
    static final Bytes OTHER_BYTES = new Bytes(20_000, new Sha256("b".repeat(64)));

    private PhotoSetFixtures() {}

    static StoredObject object(String name) {
        return new StoredObject(name, "image/jpeg");
    }

    static Photo awaited(PhotoId id) {
        return new Photo(id, new PhotoName("me.jpg"), BYTES, new PhotoState.Awaited());
    }

    static Photo held(PhotoId id, String object) {
        return new Photo(id, new PhotoName("old.jpg"), OTHER_BYTES, new PhotoState.Held(object(object)));
    }

    static Open open(Photo... photos) {
        return new Open(new Announcement(SET, true, NOON), 0, List.of(photos), NOON);
    }

    static PhotoSet after(PhotoSet set, Input... inputs) {
        PhotoSet now = set;
        for (Input input : inputs) {
            now = PhotoSetRules.decide(now, input, NOON).next();
        }
        return now;
    }
}
