package dev.likeness.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** All events, and the page that describes them. */
final class Catalogue {

    private static final Path SOURCES = Path.of("src/main/avro");

    private Catalogue() {}

    /** The schemas of all events by name, as the generated classes know them. */
    static Map<String, Schema> events() {
        Map<String, Schema> events = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.map(file -> file.getFileName().toString().replace(".avsc", ""))
                    .filter(name -> !name.equals("TrainingRecipe"))
                    .sorted()
                    .forEach(name -> events.put(name, schema(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return events;
    }

    static String topic(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static String page() {
        StringBuilder page = new StringBuilder("""
                # Events

                Made from the schemas under `schemas/src/main/avro` by `mvn -pl schemas test -Dlikeness.write=true`.
                One record a topic, one topic an event. The key is the userId, the value Avro in the Confluent wire
                format, the headers are CloudEvents 1.0 in binary mode and `traceparent`.
                """);
        events().forEach((name, schema) -> section(page, name, schema));
        return page.toString();
    }

    private static void section(StringBuilder page, String name, Schema schema) {
        page.append("\n## ")
                .append(name)
                .append("\n\n")
                .append(schema.getDoc())
                .append(" Topic `")
                .append(topic(name))
                .append("`.\n\n| field | type | default | |\n|---|---|---|---|\n");
        List<Schema> nested = new ArrayList<>();
        rows(page, schema, nested);
        for (int i = 0; i < nested.size(); i++) {
            Schema part = nested.get(i);
            page.append("\n**").append(part.getName()).append("**: ").append(part.getDoc());
            if (part.getType() == Type.ENUM) {
                page.append(" One of ").append(String.join(", ", part.getEnumSymbols())).append(".\n");
            } else {
                page.append("\n\n| field | type | default | |\n|---|---|---|---|\n");
                rows(page, part, nested);
            }
        }
    }

    private static void rows(StringBuilder page, Schema record, List<Schema> nested) {
        for (Field field : record.getFields()) {
            page.append("| ")
                    .append(field.name())
                    .append(" | ")
                    .append(type(field.schema(), nested))
                    .append(" | ")
                    .append(fallback(field))
                    .append(" | ")
                    .append(field.doc())
                    .append(" |\n");
        }
    }

    private static String fallback(Field field) {
        if (!field.hasDefaultValue()) {
            return "";
        }
        Object value = field.defaultVal();
        return field.schema().getType() == Type.RECORD
                ? "its defaults"
                : value == JsonProperties.NULL_VALUE
                        ? "null"
                        : "`" + (value instanceof String text ? "\"" + text + "\"" : value) + "`";
    }

    private static String type(Schema schema, List<Schema> nested) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> {
                if (!nested.contains(schema)) {
                    nested.add(schema);
                }
                yield schema.getName();
            }
            case ARRAY -> "list of " + type(schema.getElementType(), nested);
            case MAP -> "map to " + type(schema.getValueType(), nested);
            case UNION -> type(schema.getTypes().getLast(), nested) + " or null";
            default -> schema.getLogicalType() == null ? schema.getType().getName() : schema.getLogicalType().getName();
        };
    }

    private static Schema schema(String name) {
        try {
            return (Schema) Class.forName("dev.likeness.events." + name).getMethod("getClassSchema").invoke(null);
        } catch (ReflectiveOperationException notGenerated) {
            throw new IllegalStateException(name + ".avsc has no generated class", notGenerated);
        }
    }
}
