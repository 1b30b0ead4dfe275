package dev.likeness.events;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** One event of each kind with everything said, and one with nothing but what must be. */
final class Samples {

    private Samples() {}

    /** Every field set, and none to its default. */
    static GenericRecord full(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.name(), value(field.name(), field.schema())));
        return record;
    }

    /** Only the fields without a default set. */
    static GenericRecord minimal(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (Field field : schema.getFields()) {
            record.put(field.name(), field.hasDefaultValue()
                    ? GenericData.get().getDefaultValue(field)
                    : value(field.name(), field.schema()));
        }
        return record;
    }

    private static Object value(String name, Schema schema) {
        return switch (schema.getType()) {
            case STRING -> name.equals("space") ? "0123456789abcdef0123456789abcdef" : "sample-" + name;
            case LONG -> schema.getLogicalType() == null ? 4_294_967_299L : 1_767_225_600_123L;
            case INT -> 77;
            case DOUBLE -> 0.625;
            case BOOLEAN -> true;
            case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
            case RECORD -> full(schema);
            case ARRAY -> List.of(value(name, schema.getElementType()), value(name, schema.getElementType()));
            case MAP -> Map.of(name, value(name, schema.getValueType()));
            case UNION -> value(name, schema.getTypes().getLast());
            default -> throw new IllegalArgumentException("No sample of " + schema.getType());
        };
    }
}
