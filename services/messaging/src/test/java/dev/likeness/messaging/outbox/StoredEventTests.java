package dev.likeness.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ReleasedSchemas;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingFailureReason;
import dev.likeness.messaging.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.EnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class StoredEventTests {

    @Test
    void readsWhatEveryReleaseHasStored() throws IOException {
        for (Schema writer : ReleasedSchemas.of(TrainingFailed.getClassSchema())) {
            GenericRecord stored = new GenericRecordBuilder(writer).set("userId", "stored1")
                    .set("epoch", 3L)
                    .set("trainingId", "a training")
                    .set("reason", new EnumSymbol(writer.getField("reason").schema(), "UNSETTLED"))
                    .build();
            ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), writer).encode(stored);

            var event = (TrainingFailed) StoredEvent.decode(Topic.named("training-failed"), bytes.array());

            assertThat(event.getUserId()).isEqualTo("stored1");
            assertThat(event.getReason()).isEqualTo(TrainingFailureReason.UNSETTLED);
        }
    }
}
