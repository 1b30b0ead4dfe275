package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.sandbox.SandboxApp.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilesTests {

    final SandboxApp app = SandboxApp.shared();

    @Test
    void keepsAFileAndDescribesIt() {
        Answer created = app.uploaded("hello".getBytes(StandardCharsets.UTF_8));
        JsonNode json = created.json();
        assertThat(created.status()).isEqualTo(201);
        assertThat(json.path("name").asString()).isEqualTo("set.zip");
        assertThat(json.path("content_type").asString()).isEqualTo("application/zip");
        assertThat(json.path("size").asInt()).isEqualTo(5);
        assertThat(json.path("checksums").path("md5").asString()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(json.path("checksums").path("sha256").asString()).startsWith("2cf24dba5fb0a30e");
        assertThat(json.path("metadata").path("a").asInt()).isEqualTo(1);
        assertThat(json.path("expires_at").asString()).isGreaterThan(json.path("created_at").asString());
        assertThat(app.get(json.path("urls").path("get").asString()).json()).isEqualTo(json);
        assertThat(app.get("/v1/files").json().path("results").get(0)).isEqualTo(json);
    }

    @Test
    void deletesAFileOnce() {
        String url = app.upload(new byte[]{1, 2});
        assertThat(app.call("DELETE", url, null).status()).isEqualTo(204);
        assertThat(app.get(url).status()).isEqualTo(404);
        assertThat(app.call("DELETE", url, null).status()).isEqualTo(404);
        assertThat(app.call("DELETE", "/v1/files/..", null).status()).isEqualTo(404);
    }

    @Test
    void refusesAFileOfAHundredMegabytes() {
        Answer refused = app.uploaded(new byte[100 * 1024 * 1024]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("detail").asString()).isEqualTo("Files must be less than 100MB in size");
    }

    @Test
    void refusesAnUploadWithoutContent() {
        byte[] body = "--f\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nx\r\n--f--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(app.post("/v1/files", body, "Content-Type", "multipart/form-data; boundary=f").status())
                .isEqualTo(400);
    }
}
