package dev.likeness.upload.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedDocsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = """
            {"openapi":"3.1.0","info":{"title":"Likeness: upload"},"paths":{"/a":{"get":{"x":1}}},
             "components":{"schemas":{"Problem":{"type":"object"},"View":{"type":"object"}}}}
            """;

    private final MergedDocs merged = new MergedDocs(JSON, OWN.getBytes(StandardCharsets.UTF_8));

    @Test
    void bringsPathsAndComponentsTogether() {
        merged.add("gallery", JSON.readTree("""
                {"paths":{"/b":{"get":{"x":2}},"/a":{"get":{"x":9},"post":{"x":3}}},
                 "components":{"schemas":{"Problem":{"type":"object"},"Portrait":{"type":"string"}}}}
                """));

        JsonNode document = merged.document();
        assertThat(document.at("/info/title").asString()).isEqualTo("Likeness");
        assertThat(document.path("paths").propertyNames()).containsExactlyInAnyOrder("/a", "/b");
        assertThat(document.at("/paths/~1a/get/x").asInt()).as("what is there stays").isEqualTo(1);
        assertThat(document.at("/paths/~1a/post/x").asInt()).isEqualTo(3);
        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Problem", "View", "Portrait");
        assertThat(document.has("x-missing")).isFalse();
    }

    @Test
    void keepsDifferentThingsOfOneNameApart() {
        merged.add("gallery", JSON.readTree("""
                {"paths":{"/b":{"get":{"schema":{"$ref":"#/components/schemas/View"}}}},
                 "components":{"schemas":{"View":{"type":"string"},
                                          "List":{"items":[{"$ref":"#/components/schemas/View"}]}}}}
                """));

        JsonNode document = merged.document();
        assertThat(document.at("/components/schemas/View/type").asString()).isEqualTo("object");
        assertThat(document.at("/components/schemas/gallery.View/type").asString()).isEqualTo("string");
        assertThat(document.at("/paths/~1b/get/schema/$ref").asString())
                .isEqualTo("#/components/schemas/gallery.View");
        assertThat(document.at("/components/schemas/List/items/0/$ref").asString())
                .isEqualTo("#/components/schemas/gallery.View");
    }

    @Test
    void namesWhatIsMissing() {
        merged.missing("training");
        merged.add("gallery", JSON.readTree("[1]"));

        assertThat(merged.document().path("x-missing")).extracting(JsonNode::asString)
                .containsExactly("training", "gallery");
    }
}
