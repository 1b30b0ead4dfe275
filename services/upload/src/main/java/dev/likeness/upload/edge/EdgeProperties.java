package dev.likeness.upload.edge;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where requests go.
 *
 * @param validationUrl root of the service, without a path; the same for the others
 * @param routes path patterns by service
 * @param connectTimeout until a connection stands
 * @param responseTimeout until an answer begins; a stream may go on for as long as it likes
 * @param docsTimeout until a service has given its documentation
 */
@Validated
@ConfigurationProperties("upload.edge")
record EdgeProperties(@NotNull URI validationUrl, @NotNull URI trainingUrl, @NotNull URI generationUrl,
        @NotNull URI galleryUrl, @NotEmpty Map<Downstream, List<String>> routes,
        @DefaultValue("2s") Duration connectTimeout, @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("3s") Duration docsTimeout) {

    EdgeProperties {
        routes = Map.copyOf(routes);
    }

    URI url(Downstream service) {
        return switch (service) {
            case VALIDATION -> validationUrl;
            case TRAINING -> trainingUrl;
            case GENERATION -> generationUrl;
            case GALLERY -> galleryUrl;
        };
    }
}
