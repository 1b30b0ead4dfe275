package dev.likeness.upload.keeping;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.messaging.DerivedId;
import dev.likeness.person.Person;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.StoredObject;
import java.util.UUID;

/** What others are told of a complete set: never a name. */
final class UploadedEvents {

    private UploadedEvents() {}

    /** Always the same for a set's revision, so that it can't be told twice under two ids. */
    static UUID id(Checking set) {
        return DerivedId.of(set.id().value(), "images-uploaded/" + set.revision());
    }

    static ImagesUploaded of(Person person, Checking set) {
        return ImagesUploaded.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(set.id().toString())
                .setRevision(set.revision())
                .setAutoStart(set.announcement().autoStart())
                .setPhotos(set.photos()
                        .stream()
                        .flatMap(photo -> photo.state().stored().map(object -> photo(photo, object)).stream())
                        .toList())
                .setOccurredAt(set.completedAt())
                .build();
    }

    private static UploadedPhoto photo(Photo photo, StoredObject object) {
        return UploadedPhoto.newBuilder()
                .setPhotoId(photo.id().toString())
                .setObjectKey(object.name())
                .setSize(photo.bytes().size())
                .setSha256(photo.bytes().sha256().value())
                .setContentType(object.contentType())
                .build();
    }
}
