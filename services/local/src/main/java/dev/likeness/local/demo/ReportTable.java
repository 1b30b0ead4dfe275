package dev.likeness.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A report as lines for a person: each photo with its verdict, reasons, figures and limits. */
final class ReportTable {

    private ReportTable() {}

    /** @param name of a photo by its id */
    static List<String> lines(JsonNode report, UnaryOperator<String> name) {
        List<String> lines = new ArrayList<>();
        int width = report.path("photos")
                .valueStream()
                .mapToInt(photo -> name.apply(photo.path("photoId").asString()).length())
                .max()
                .orElse(0);
        for (JsonNode photo : report.path("photos")) {
            String row = String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  %-8s",
                    name.apply(photo.path("photoId").asString()), photo.path("verdict").asString());
            if (photo.path("reasons").isEmpty()) {
                lines.add(row);
            }
            for (JsonNode reason : photo.path("reasons")) {
                lines.add(row + "  " + reason(reason, name));
                row = " ".repeat(row.length());
            }
        }
        for (JsonNode reason : report.path("reasons")) {
            lines.add("  " + reason.path("code").asString() + ": " + reason.path("message").asString());
        }
        JsonNode coverage = report.path("coverage");
        if (coverage.isObject()) {
            lines.add("  Variety: " + coverage.path("meter").asInt() + " of 100");
            coverage.path("suggestions").forEach(suggestion -> lines.add("    " + text(suggestion)));
        }
        return lines;
    }

    private static String reason(JsonNode reason, UnaryOperator<String> name) {
        StringBuilder line = new StringBuilder(reason.path("code").asString());
        if (reason.path("warning").asBoolean()) {
            line.append(" (warning)");
        }
        if (reason.has("measured")) {
            line.append(String.format(Locale.ROOT, " %s, limit %s %s", figure(reason.path("measured")),
                    figure(reason.path("limit")), reason.path("unit").asString("")).stripTrailing());
        }
        if (reason.has("twin")) {
            line.append(" of ").append(name.apply(reason.path("twin").asString()));
        }
        if (reason.path("beside").size() > 0) {
            line.append(" beside ")
                    .append(String.join(" and ",
                            reason.path("beside").valueStream().map(id -> name.apply(id.asString())).toList()));
        }
        return line.append(": ").append(reason.path("message").asString()).toString();
    }

    private static String figure(JsonNode number) {
        double value = number.asDouble();
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String text(JsonNode suggestion) {
        return suggestion.isString() ? suggestion.asString() : suggestion.path("message").asString();
    }
}
