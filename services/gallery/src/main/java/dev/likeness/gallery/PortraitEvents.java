package dev.likeness.gallery;

import dev.likeness.events.PortraitDeleted;
import dev.likeness.events.PortraitSaved;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.person.Person;

/** How the gallery's changes are told to the others. */
final class PortraitEvents {

    private PortraitEvents() {}

    static PortraitSaved saved(Person person, Portrait.Saved portrait) {
        return PortraitSaved.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setPortraitId(portrait.id().value())
                .setGenerationId(portrait.details().generationId())
                .setObjectKey(portrait.details().image().galleryKey())
                .setOccurredAt(portrait.savedAt())
                .build();
    }

    static PortraitDeleted deleted(Person person, Portrait.Deleted portrait) {
        return PortraitDeleted.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setPortraitId(portrait.id().value())
                .setGenerationId(portrait.generationId())
                .setExpired(portrait.expired())
                .setOccurredAt(portrait.deletedAt())
                .build();
    }
}
