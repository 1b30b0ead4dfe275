package dev.likeness.sandbox.files;

import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.http.Pages;
import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.state.StoredFile;
import dev.likeness.sandbox.state.StoredFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploaded files. Reading one gives what is known about it, not its bytes. */
@RestController
@RequestMapping("/v1/files")
class FileController {

    private final KeepFile keepFile;
    private final StoredFiles files;
    private final Pages pages;
    private final PublicUrls urls;

    FileController(KeepFile keepFile, StoredFiles files, Pages pages, PublicUrls urls) {
        this.keepFile = keepFile;
        this.files = files;
        this.pages = pages;
        this.urls = urls;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(
            @RequestPart(value = "content", required = false) @Nullable Part content,
            @RequestPart(value = "filename", required = false) @Nullable Part filename,
            @RequestPart(value = "type", required = false) @Nullable Part type,
            @RequestPart(value = "metadata", required = false) @Nullable Part metadata,
            ServerHttpRequest http) {
        if (!(content instanceof FilePart file)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, null, "Missing content");
        }
        return view(keepFile.handle(file, text(filename), text(type), metadata), http);
    }

    @GetMapping
    Map<String, Object> list(ServerHttpRequest http) {
        return pages.page(files.all(), StoredFile::order, file -> view(file, http), http);
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String id, ServerHttpRequest http) {
        return view(files.find(id).orElseThrow(ApiProblem::notFound), http);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!files.remove(id)) {
            throw ApiProblem.notFound();
        }
    }

    private Map<String, Object> view(StoredFile file, ServerHttpRequest http) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", file.id());
        view.put("name", file.name());
        view.put("content_type", file.contentType());
        view.put("size", file.size());
        view.put("etag", file.md5());
        view.put("checksums", Map.of("sha256", file.sha256(), "md5", file.md5()));
        view.put("metadata", file.metadata());
        view.put("created_at", file.createdAt());
        view.put("expires_at", file.expiresAt());
        view.put("urls", Map.of("get", urls.base(http) + "/v1/files/" + file.id()));
        return view;
    }

    private static @Nullable String text(@Nullable Part part) {
        return part instanceof FormFieldPart field ? field.value() : null;
    }
}
