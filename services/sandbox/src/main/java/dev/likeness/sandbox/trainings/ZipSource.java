package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.state.StoredFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Gets the bytes an input address stands for: a file uploaded here, a data: address, or anything by
 * HTTP.
 */
@Component
class ZipSource implements DisposableBean {

    /** 100 MB, the provider's limit for a file. */
    static final long MAX_BYTES = 100L * 1024 * 1024;

    private static final Pattern OWN_FILE = Pattern.compile("/v1/files/([a-z2-7]{26})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(Redirect.NORMAL)
            .build();
    private final StoredFiles files;

    ZipSource(StoredFiles files) {
        this.files = files;
    }

    /**
     * Fetches it into {@code target}; a refusal is worded as it would stand in the training's error.
     */
    void fetch(String address, Path target) throws InterruptedException, Unusable {
        try {
            if (address.startsWith("data:")) {
                Files.write(target, Base64.getMimeDecoder().decode(address.substring(address.indexOf(',') + 1)));
                return;
            }
            URI uri = URI.create(address);
            Matcher own = OWN_FILE.matcher(uri.getPath() == null ? "" : uri.getPath());
            if (own.matches()) {
                if (files.find(own.group(1)).isEmpty()) {
                    throw new Unusable("Failed to download input_images: HTTP status 404");
                }
                Files.copy(files.contentOf(own.group(1)), target);
                return;
            }
            download(uri, target);
        } catch (IOException | IllegalArgumentException e) {
            // The message may hold the address, which may be signed.
            throw new Unusable("Failed to download input_images: " + e.getClass().getSimpleName());
        }
    }

    private void download(URI uri, Path target) throws IOException, InterruptedException, Unusable {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() / 100 != 2) {
                throw new Unusable("Failed to download input_images: HTTP status " + response.statusCode());
            }
            try (OutputStream out = Files.newOutputStream(target)) {
                byte[] buffer = new byte[64 * 1024];
                long total = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    total += read;
                    if (total > MAX_BYTES) {
                        throw new Unusable("Files must be less than 100MB in size");
                    }
                    out.write(buffer, 0, read);
                }
            }
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
