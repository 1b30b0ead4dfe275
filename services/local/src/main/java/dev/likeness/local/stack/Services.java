package dev.likeness.local.stack;

import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.gallery.Gallery;
import dev.likeness.generation.Generation;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Secrets;
import dev.likeness.training.TrainingOrchestrator;
import dev.likeness.upload.Upload;
import dev.likeness.validation.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Which services there are, and what each is told about where things are. */
final class Services {

    /** A service by name, with its database and what it needs beyond what all need. */
    record Service(String name, SpringApplicationBuilder application, int port, Map<String, String> own) {}

    private final EmbeddedParts parts;
    private final Home home;
    private final ServicePorts ports;
    private final Provider provider;

    Services(EmbeddedParts parts, Home home, ServicePorts ports, Provider provider) {
        this.parts = parts;
        this.home = home;
        this.ports = ports;
        this.provider = provider;
    }

    /** In the order in which they start: the edge last, when those behind it answer. */
    List<Service> all() {
        return List.of(new Service("validation", Validation.application(), ports.validation(), validation()),
                new Service("training", TrainingOrchestrator.application(), ports.training(), training()),
                new Service("generation", Generation.application(), ports.generation(), generation()),
                new Service("gallery", Gallery.application(), ports.gallery(), Map.of()),
                new Service("upload", Upload.application(), ports.edge(), edge()));
    }

    private Map<String, String> validation() {
        return Map.of("validation.vectors.key", Secrets.of(home).vectorsKey());
    }

    private Map<String, String> training() {
        Map<String, String> own = new LinkedHashMap<>(provider.settings("training.provider"));
        own.put("training.zip-delivery", provider.isSandbox() ? "presigned-url" : "provider-file");
        if (provider.isSandbox()) {
            own.put("training.webhook.url", ServicePorts.url(ports.edge()) + "/webhooks/replicate");
            own.put("training.webhook.secret", Secrets.of(home).webhookSecret());
        }
        return own;
    }

    private Map<String, String> generation() {
        Map<String, String> own = new LinkedHashMap<>(provider.settings("generation.provider"));
        own.put("generation.vectors.key", Secrets.of(home).vectorsKey());
        provider.outputHosts().ifPresent(hosts -> own.put("generation.provider.output-hosts", hosts));
        return own;
    }

    private Map<String, String> edge() {
        return Map.of("upload.edge.validation-url", ServicePorts.url(ports.validation()), "upload.edge.training-url",
                ServicePorts.url(ports.training()), "upload.edge.generation-url", ServicePorts.url(ports.generation()),
                "upload.edge.gallery-url", ServicePorts.url(ports.gallery()));
    }

    /** As arguments of a Spring application. */
    List<String> settings(Service service) {
        Map<String, String> all = new LinkedHashMap<>(parts.settings(service.name()));
        all.put("server.address", "127.0.0.1");
        all.put("server.port", Integer.toString(service.port()));
        // One broker on one machine: fewer partitions keep its memory and its start small.
        all.put("likeness.messaging.topics.partitions", "3");
        all.put("likeness.access.issuer", Tokens.ISSUER);
        all.put("likeness.access.audience", Tokens.AUDIENCE);
        all.put("likeness.access.public-key", home.keys().resolve("public.jwk").toUri().toString());
        all.putAll(service.own());
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }
}
