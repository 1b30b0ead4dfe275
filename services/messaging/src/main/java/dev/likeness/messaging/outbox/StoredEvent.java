package dev.likeness.messaging.outbox;

import dev.likeness.events.ReleasedSchemas;
import dev.likeness.messaging.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events as the outbox and its archive keep them: Avro's single-object encoding, which names the
 * writer's schema by its fingerprint. No registry is needed to store one, and a registry that was
 * lost takes nothing from the archive.
 */
final class StoredEvent {

    private static final Map<Topic, BinaryMessageDecoder<SpecificRecord>> DECODERS = new ConcurrentHashMap<>();

    private StoredEvent() {}

    static byte[] encode(SpecificRecord event) {
        try {
            ByteBuffer bytes = new BinaryMessageEncoder<>(SpecificData.getForClass(event.getClass()), event.getSchema())
                    .encode(event);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SpecificRecord decode(Topic topic, byte[] payload) {
        try {
            return DECODERS.computeIfAbsent(topic, StoredEvent::decoder).decode(payload);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BinaryMessageDecoder<SpecificRecord> decoder(Topic topic) {
        var decoder = new BinaryMessageDecoder<SpecificRecord>(SpecificData.getForClass(topic.event()), topic.schema());
        ReleasedSchemas.of(topic.schema()).forEach(decoder::addSchema);
        return decoder;
    }
}
