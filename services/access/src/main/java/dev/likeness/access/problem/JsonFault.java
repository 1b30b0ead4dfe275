package dev.likeness.access.problem;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Where and how JSON could not be read, without quoting it.
 *
 * @param field path of the field, such as {@code photos[2].size}; empty for the document itself
 */
record JsonFault(String field, String sentence) {

    static JsonFault of(JacksonException failure) {
        String field = path(failure.getPath());
        String subject = field.isEmpty() ? "The JSON document" : "\"" + field + "\"";
        return new JsonFault(field, switch (failure) {
            case StreamReadException broken -> "The body is not valid JSON" + place(broken) + ".";
            case ValueInstantiationException _ -> subject + " has a value that is not allowed.";
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                subject + " must be " + WantedType.of(mismatch.getTargetType()) + ".";
            default -> subject + " can't be read.";
        });
    }

    private static String place(StreamReadException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null ? "" : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : references) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
