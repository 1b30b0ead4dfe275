package dev.likeness.chaos;

import dev.likeness.chaos.parts.Stand;
import dev.likeness.chaos.verdict.Accepted;
import dev.likeness.chaos.verdict.Announcement;
import dev.likeness.chaos.verdict.Evidence;
import dev.likeness.chaos.verdict.Leftovers;
import dev.likeness.chaos.verdict.Request;
import dev.likeness.chaos.verdict.Stored;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.messaging.Topic;
import dev.likeness.messaging.wire.AvroWire;
import dev.likeness.messaging.wire.EventHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;

/** Looks at everything from outside: the provider's ledger, the database, the topics, the store. */
final class Observer {

    private final Stand stand;
    private final Load load;
    private final TrainingTables tables;
    private final Groups groups;
    /** As of the last look for rest: a moment later, a second clean-up may be due again. */
    private Leftovers atRest = Leftovers.NONE;

    Observer(Stand stand, Load load) {
        this.stand = stand;
        this.load = load;
        this.tables = new TrainingTables(stand.database());
        this.groups = new Groups(stand.broker().bootstrapServers());
    }

    Evidence evidence(List<Request> requests) {
        return new Evidence(requests, ledger(), tables.trainings(), announcements(), atRest);
    }

    /** Whether all has come to its end; false too while somebody cannot be asked. */
    boolean isAtRest(List<Request> requests) {
        try {
            atRest = leftovers();
            List<Stored> trainings = tables.trainings();
            return trainings.size() >= requests.size() && trainings.stream().allMatch(Stored::ended)
                    && atRest.none() && ledger().stream().noneMatch(Accepted::underWay);
        } catch (IllegalStateException away) {
            return false;
        }
    }

    Leftovers leftovers() {
        return new Leftovers(tables.openWork(), tables.unsettled(), tables.unsent(), tables.parked(),
                tables.deadLetters(), groups.lag(), load.zips());
    }

    TrainingTables tables() {
        return tables;
    }

    List<Accepted> ledger() {
        return stand.standIn().ledger().path("trainings").valueStream().map(this::accepted).toList();
    }

    private Accepted accepted(JsonNode entry) {
        String id = entry.path("id").asString();
        String status = entry.path("status").asString();
        boolean ran = switch (status) {
            case "succeeded", "processing", "starting" -> true;
            // The ledger says what was accepted; whether it worked at all only the training itself shows.
            default -> stand.standIn().training(id).path("metrics").path("predict_time").asDouble(0) > 0;
        };
        return new Accepted(id, entry.path("input").path("trigger_word").asString(""), status, ran);
    }

    private List<Announcement> announcements() {
        List<Announcement> announcements = new ArrayList<>();
        try (var wire = new AvroWire(URI.create(stand.registryUrl()))) {
            for (Class<? extends SpecificRecord> event : List.of(TrainingCompleted.class, TrainingFailed.class)) {
                Topic topic = Topic.of(event);
                stand.probe().records(topic).forEach(record -> {
                    SpecificRecord read = wire.read(topic, record.value());
                    announcements.add(new Announcement(
                            read.get(read.getSchema().getField("trainingId").pos()).toString(),
                            EventHeaders.eventId(record.headers()).toString(), read instanceof TrainingCompleted));
                });
            }
        }
        return announcements;
    }

    /**
     * The faults that really struck at the provider, by operation and kind; empty where it does not
     * count.
     */
    Optional<JsonNode> struck() {
        JsonNode faults = stand.standIn().ledger().path("faults");
        return faults.isObject() ? Optional.of(faults) : Optional.empty();
    }
}
