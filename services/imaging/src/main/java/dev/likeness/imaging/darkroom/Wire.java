package dev.likeness.imaging.darkroom;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.PhotoReading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes through the pipes between the service and a worker: parts with their length in front,
 * each with a bound. A worker greets, then takes a photo and answers, again and again.
 */
final class Wire {

    /** "LIKE": whatever else a virtual machine may print first is no worker. */
    static final int GREETING = 0x4c494b45;

    private static final int MAX_FILE_BYTES = 256 << 20;
    private static final int MAX_JSON_BYTES = 1 << 20;
    private static final int MAX_PREPARED_BYTES = 32 << 20;
    private static final int MAX_THUMBNAIL_BYTES = 4 << 20;
    private static final int MAX_REASON_BYTES = 64;
    private static final int EXAMINED = 1;
    private static final int UNREADABLE = 2;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(12)
                    .maxStringLength(200)
                    .maxNumberLength(40)
                    .build())
            .build()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Wire() {}

    static void writePhoto(DataOutputStream out, byte[] file) throws IOException {
        writePart(out, file);
        out.flush();
    }

    static byte[] readPhoto(DataInputStream in) throws IOException {
        return readPart(in, MAX_FILE_BYTES);
    }

    static void write(DataOutputStream out, Examination examination) throws IOException {
        out.writeByte(EXAMINED);
        writePart(out, JSON.writeValueAsBytes(examination.reading()));
        writePart(out, examination.prepared());
        writePart(out, examination.thumbnail());
        out.flush();
    }

    static void write(DataOutputStream out, UnreadableImage refusal) throws IOException {
        out.writeByte(UNREADABLE);
        writePart(out, refusal.reason().name().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /**
     * @throws UnreadableImage where the worker says so
     * @throws RuntimeException where it is no answer at all
     */
    static Examination readAnswer(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case EXAMINED -> new Examination(JSON.readValue(readPart(in, MAX_JSON_BYTES), PhotoReading.class),
                    readPart(in, MAX_PREPARED_BYTES), readPart(in, MAX_THUMBNAIL_BYTES));
            case UNREADABLE -> throw new UnreadableImage(UnreadableImage.Reason.valueOf(
                    new String(readPart(in, MAX_REASON_BYTES), StandardCharsets.US_ASCII)), "said by a worker");
            default -> throw new IOException("neither a reading nor a refusal");
        };
    }

    private static void writePart(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static byte[] readPart(DataInputStream in, int maxBytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > maxBytes) {
            throw new IOException("a part of " + length + " bytes where " + maxBytes + " is the most");
        }
        byte[] part = in.readNBytes(length);
        if (part.length < length) {
            throw new IOException("a part that ends early");
        }
        return part;
    }
}
