package dev.likeness.sandbox.schemas;

/**
 * One thing wrong with a request.
 *
 * @param type {@code required}, {@code invalid_type}, {@code number_gte}, {@code number_lte},
 * {@code enum}, {@code format} or {@code additional_property_not_allowed}
 * @param field where, such as {@code input.steps}
 * @param description what, in the provider's words
 */
public record InvalidField(String type, String field, String description) {

    public static InvalidField required(String parent, String name) {
        return new InvalidField("required", parent, name + " is required");
    }

    public static InvalidField type(String field, String expected, String given) {
        return new InvalidField("invalid_type", field, "Invalid type. Expected: " + expected + ", given: " + given);
    }
}
