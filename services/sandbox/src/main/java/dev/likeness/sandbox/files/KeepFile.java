package dev.likeness.sandbox.files;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Digests;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Ids;
import dev.likeness.sandbox.state.StoredFile;
import dev.likeness.sandbox.state.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes an upload: its bytes first, then the record that makes them a file. */
@Component
class KeepFile {

    private static final long MAX_BYTES = 100L * 1024 * 1024;
    private static final int MAX_NAME = 255;

    private final StoredFiles files;
    private final SandboxProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    KeepFile(StoredFiles files, SandboxProperties properties, JsonMapper json, Clock clock) {
        this.files = files;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    StoredFile handle(FilePart content, @Nullable String filename, @Nullable String type, @Nullable Part metadata) {
        Map<String, Object> described = metadata(metadata);
        String name = filename == null ? content.filename() : filename;
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, null, "filename must be at most 255 bytes");
        }
        String id = Ids.next();
        Path path = files.contentOf(id);
        content.transferTo(path).block();
        try {
            long size = Files.size(path);
            if (size >= MAX_BYTES) {
                Disk.delete(path);
                throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, null, "Files must be less than 100MB in size");
            }
            MediaType given = content.headers().getContentType();
            String contentType = type != null ? type : given != null ? given.toString() : "application/octet-stream";
            String sha256 = digest("SHA-256", path);
            String md5 = digest("MD5", path);
            Instant now = clock.instant();
            return files.add(order -> new StoredFile(id, order, name, contentType, size, sha256, md5, described, now,
                    now.plus(properties.fileRetention())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> metadata(@Nullable Part part) {
        if (part == null) {
            return Map.of();
        }
        String text = DataBufferUtils.join(part.content())
                .map(buffer -> {
                    String read = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    return read;
                })
                .blockOptional()
                .orElse("{}");
        try {
            return json.readValue(text, new TypeReference<Map<String, Object>>() {
            });
        } catch (JacksonException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, null, "metadata must be a JSON object");
        }
    }

    private static String digest(String algorithm, Path path) throws IOException {
        MessageDigest digest = Digests.of(algorithm);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
