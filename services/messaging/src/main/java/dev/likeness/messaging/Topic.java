package dev.likeness.messaging;

import dev.likeness.events.GenerationFailed;
import dev.likeness.events.GenerationRequested;
import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PortraitDeleted;
import dev.likeness.events.PortraitSaved;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.events.PurgeReported;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingProgressed;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.TrainingStarted;
import dev.likeness.events.UserErased;
import dev.likeness.events.UserReset;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The one table of topics: each carries one event and is named after it. */
public enum Topic {
    IMAGES_UPLOADED("images-uploaded", ImagesUploaded.class),
    IMAGES_VALIDATED("images-validated", ImagesValidated.class),
    TRAINING_REQUESTED("training-requested", TrainingRequested.class),
    TRAINING_STARTED("training-started", TrainingStarted.class),
    TRAINING_PROGRESSED("training-progressed", TrainingProgressed.class),
    TRAINING_COMPLETED("training-completed", TrainingCompleted.class),
    TRAINING_FAILED("training-failed", TrainingFailed.class),
    GENERATION_REQUESTED("generation-requested", GenerationRequested.class),
    PORTRAITS_GENERATED("portraits-generated", PortraitsGenerated.class),
    GENERATION_FAILED("generation-failed", GenerationFailed.class),
    PORTRAIT_SAVED("portrait-saved", PortraitSaved.class),
    PORTRAIT_DELETED("portrait-deleted", PortraitDeleted.class),
    USER_RESET("user-reset", UserReset.class),
    USER_ERASED("user-erased", UserErased.class),
    PURGE_REPORTED("purge-reported", PurgeReported.class);

    private final String topicName;
    private final Class<? extends SpecificRecord> event;

    Topic(String topicName, Class<? extends SpecificRecord> event) {
        this.topicName = topicName;
        this.event = event;
    }

    public String topicName() {
        return topicName;
    }

    public Class<? extends SpecificRecord> event() {
        return event;
    }

    /** The name of its schema in the registry, by the topic name strategy. */
    public String subject() {
        return topicName + "-value";
    }

    public Schema schema() {
        return SpecificData.get().getSchema(event);
    }

    public static Topic of(Class<?> event) {
        return Arrays.stream(values())
                .filter(topic -> topic.event.equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries " + event.getSimpleName()));
    }

    public static Topic named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic is named " + topicName));
    }
}
