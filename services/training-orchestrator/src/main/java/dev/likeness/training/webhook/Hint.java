package dev.likeness.training.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which training a webhook is about. What else it says is not believed.
 *
 * @param providerId empty where it says none
 * @param zip the end of the path of its images, by which an attempt is known whose answer was lost
 */
record Hint(String providerId, String zip) {

    static final Hint NONE = new Hint("", "");
    private static final Pattern ENDING = Pattern.compile(".*/([0-9a-f]{32}/[^/]{1,200})");

    static Hint read(JsonNode training) {
        return new Hint(training.path("id").asString(""),
                zip(training.path("input").path("input_images").asString("")));
    }

    private static String zip(String images) {
        try {
            String path = new URI(images).getPath();
            Matcher ending = ENDING.matcher(path == null ? "" : path);
            return ending.matches() ? ending.group(1) : "";
        } catch (URISyntaxException notOurs) {
            return "";
        }
    }
}
