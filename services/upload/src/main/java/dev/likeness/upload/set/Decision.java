package dev.likeness.upload.set;

import java.util.List;
import java.util.Optional;

/** The state that follows, and what the shell has to do about it in the same transaction. */
public record Decision(PhotoSet next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** What is to be done. */
    public sealed interface Effect {

        /** The set refers to this object from now on. */
        record Keep(StoredObject object) implements Effect {}

        /** The set no longer refers to this object; where nothing else does, it goes. */
        record LetGo(StoredObject object) implements Effect {}

        /** Others are told that the set is complete. */
        record TellUploaded(PhotoSet.Checking set) implements Effect {}

        /** The person is told why not. */
        record Refuse(Refusal refusal) implements Effect {}
    }

    /** Why the input was not taken; empty where it was. */
    public Optional<Refusal> refusal() {
        return effects.stream()
                .filter(Effect.Refuse.class::isInstance)
                .map(Effect.Refuse.class::cast)
                .map(Effect.Refuse::refusal)
                .findFirst();
    }
}
