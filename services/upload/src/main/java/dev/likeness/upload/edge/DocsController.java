package dev.likeness.upload.edge;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** The documentation of all services at one place. */
@Hidden
@RestController
class DocsController {

    private final OpenApiWebfluxResource own;
    private final ServiceDocs services;
    private final JsonMapper json;

    DocsController(OpenApiWebfluxResource own, ServiceDocs services, JsonMapper json) {
        this.own = own;
        this.services = services;
        this.json = json;
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> all(ServerHttpRequest request) {
        return Mono.zip(ownDocument(request), services.all())
                .map(documents -> json.writeValueAsBytes(merged(documents.getT1(), documents.getT2())));
    }

    private Mono<byte[]> ownDocument(ServerHttpRequest request) {
        return Mono.defer(() -> {
            try {
                return own.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
            } catch (Exception failure) {
                return Mono.error(failure);
            }
        });
    }

    private JsonNode merged(byte[] own, Map<Downstream, Optional<byte[]>> others) {
        var merged = new MergedDocs(json, own);
        others.forEach((service, document) -> document.map(this::read)
                .ifPresentOrElse(theirs -> merged.add(service.label(), theirs),
                        () -> merged.missing(service.label())));
        return merged.document();
    }

    private JsonNode read(byte[] document) {
        try {
            return json.readTree(document);
        } catch (JacksonException unreadable) {
            return NullNode.getInstance();
        }
    }
}
