package dev.likeness.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract holds: what was released can be read by today's readers, and today's events by the
 * readers that were released. With {@code -Dlikeness.write=true} the page and the golden files of
 * the version being made are written; those of a released version stay as they are for good.
 */
class SchemasTests {

    private static final Path RELEASED = Path.of("src/main/resources/released");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path PAGE = Path.of("../docs/events.md");
    private static final String NEWEST = "v" + ReleasedSchemas.NEWEST;
    private static final boolean WRITE = Boolean.getBoolean("likeness.write");

    @TestFactory
    Stream<DynamicTest> saysWhatEveryFieldIsAndWhatItIsWithoutOne() {
        return Catalogue.events()
                .entrySet()
                .stream()
                .map(event -> dynamicTest(event.getKey(), () -> checkRecord(event.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> staysFullyCompatibleWithEveryRelease() {
        return Catalogue.events()
                .entrySet()
                .stream()
                .flatMap(event -> released(event.getKey()).stream()
                        .map(version -> dynamicTest(event.getKey() + " " + version, () -> {
                            Schema old = releasedSchema(event.getKey(), version);
                            assertCompatible(event.getValue(), old);
                            assertCompatible(old, event.getValue());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> readsTheGoldenBytesOfEveryRelease() {
        return Catalogue.events()
                .entrySet()
                .stream()
                .flatMap(event -> released(event.getKey()).stream()
                        .flatMap(version -> Stream.of("full", "minimal")
                                .map(kind -> dynamicTest(event.getKey() + " " + version + " " + kind,
                                        () -> checkGolden(event.getKey(), event.getValue(), version, kind)))));
    }

    @TestFactory
    Stream<DynamicTest> isReadByTheReadersOfEveryRelease() {
        return Catalogue.events()
                .entrySet()
                .stream()
                .flatMap(event -> released(event.getKey()).stream()
                        .map(version -> dynamicTest(event.getKey() + " " + version, () -> {
                            Schema old = releasedSchema(event.getKey(), version);
                            GenericRecord today = Samples.full(event.getValue());
                            GenericRecord read = decode(encode(today), event.getValue(), old);
                            assertThat(read.get("userId").toString()).isEqualTo(today.get("userId"));
                            assertThat(read.get("epoch")).isEqualTo(today.get("epoch"));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> writesNothingThatNoReleaseKnows() {
        return Catalogue.events()
                .entrySet()
                .stream()
                .map(event -> dynamicTest(event.getKey(), () -> assertThat(
                        ReleasedSchemas.of(event.getValue()).getLast())
                        .as("the latest released schema; else raise ReleasedSchemas.NEWEST and run: mvn -pl schemas test -Dlikeness.write=true")
                        .isEqualTo(event.getValue())));
    }

    @Test
    void keepsTheCatalogueUpToDate() throws IOException {
        if (WRITE) {
            Files.writeString(PAGE, Catalogue.page());
        }
        assertThat(Files.readString(PAGE).equals(Catalogue.page()))
                .as("docs/events.md is up to date; else run: mvn -pl schemas test -Dlikeness.write=true")
                .isTrue();
    }

    private static void checkRecord(Schema record) {
        assertThat(record.getDoc()).as(record.getName()).isNotBlank();
        for (Field field : record.getFields()) {
            assertThat(field.doc()).as(record.getName() + "." + field.name()).isNotBlank();
            assertThat(field.hasDefaultValue()).as(record.getName() + "." + field.name() + " has a default")
                    .isEqualTo(!isKey(record, field));
            checkPart(field.schema());
        }
    }

    /**
     * Whom and which epoch it is about, and the id of the thing itself, which comes first of all ids.
     */
    private static boolean isKey(Schema record, Field field) {
        Optional<Field> ownId = record.getFields()
                .stream()
                .filter(one -> one.name().endsWith("Id") && !one.name().equals("userId"))
                .findFirst();
        return Set.of("userId", "epoch").contains(field.name()) || ownId.filter(field::equals).isPresent();
    }

    private static void checkPart(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> checkRecord(schema);
            case ARRAY -> checkPart(schema.getElementType());
            case UNION -> schema.getTypes().forEach(SchemasTests::checkPart);
            case ENUM -> {
                assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
                assertThat(schema.getEnumDefault()).as(schema.getName() + " has a default symbol").isNotNull();
            }
            default -> assertThat(schema.getType()).isNotEqualTo(Type.FIXED);
        }
    }

    private static void assertCompatible(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(verdict.getType()).as(verdict.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static void checkGolden(String event, Schema today, String version, String kind) throws IOException {
        Schema writer = releasedSchema(event, version);
        byte[] golden = Files.readAllBytes(GOLDEN.resolve(event + "/" + version + "-" + kind + ".avro"));
        GenericRecord asWritten = decode(golden, writer, writer);
        GenericRecord expected = kind.equals("full") ? Samples.full(writer) : Samples.minimal(writer);
        assertThat(asWritten).hasToString(expected.toString());
        GenericRecord read = decode(golden, writer, today);
        assertSurvives(asWritten, read, event);
    }

    /** What was written is there, at every depth; what has been added since may stand beside it. */
    private static void assertSurvives(Object written, Object read, String where) {
        switch (written) {
            case GenericRecord record -> {
                for (Field field : record.getSchema().getFields()) {
                    assertSurvives(record.get(field.name()), ((GenericRecord) read).get(field.name()),
                            where + "." + field.name());
                }
            }
            case List<?> list -> {
                assertThat((List<?>) read).as(where).hasSameSizeAs(list);
                for (int i = 0; i < list.size(); i++) {
                    assertSurvives(list.get(i), ((List<?>) read).get(i), where + "[" + i + "]");
                }
            }
            case null, default -> assertThat(String.valueOf(read)).as(where).isEqualTo(String.valueOf(written));
        }
    }

    private static Collection<String> released(String event) {
        try {
            if (WRITE && !ReleasedSchemas.of(Catalogue.events().get(event)).contains(Catalogue.events().get(event))) {
                write(RELEASED.resolve(NEWEST + "/" + event + ".avsc"), event);
            }
            try (Stream<Path> versions = Files.list(RELEASED)) {
                List<String> found = versions.filter(version -> Files.exists(version.resolve(event + ".avsc")))
                        .map(version -> version.getFileName().toString())
                        .sorted()
                        .toList();
                assertThat(found).as("released versions of " + event).isNotEmpty();
                return found;
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String event) throws IOException {
        Schema schema = Catalogue.events().get(event);
        Files.createDirectories(file.getParent());
        Files.writeString(file, schema.toString(true) + "\n");
        Path golden = GOLDEN.resolve(event);
        Files.createDirectories(golden);
        Files.write(golden.resolve(NEWEST + "-full.avro"), encode(Samples.full(schema)));
        Files.write(golden.resolve(NEWEST + "-minimal.avro"), encode(Samples.minimal(schema)));
    }

    private static Schema releasedSchema(String event, String version) throws IOException {
        return new Schema.Parser()
                .parse(Files.readString(RELEASED.resolve(version + "/" + event + ".avsc")));
    }

    private static byte[] encode(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static GenericRecord decode(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader).read(null,
                DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
