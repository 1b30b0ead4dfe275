package dev.likeness.training.provider;

import dev.likeness.training.RunningSandbox;
import dev.likeness.training.provider.ProviderProperties.Concurrency;
import dev.likeness.training.provider.ProviderProperties.Sharing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The adapter put together by hand, with short patience. */
final class TestTrainer {

    private static final CallBudget BOUNDLESS = new CallBudget() {
        @Override
        public Mono<Void> take(Lane lane) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> pause(Duration pause) {
            return Mono.empty();
        }
    };

    private TestTrainer() {}

    static ReplicateTrainer at(URI baseUrl) {
        return at(baseUrl, Sharing.SHARED, "", Clock.systemUTC());
    }

    static ReplicateTrainer at(URI baseUrl, Sharing destination, String acceptedSchema, Clock clock) {
        var properties = new ProviderProperties(baseUrl, RunningSandbox.TOKEN, "likeness", "contract", destination,
                "gpu-t4", Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(10),
                new Concurrency(8, 8, 4, 8, 8), 3, DataSize.ofMegabytes(10), 200, Duration.ofMinutes(5),
                acceptedSchema);
        var http = new ReplicateHttp(WebClient.builder(), properties,
                new Guards(properties, new BreakerProperties(8, 60, Duration.ofMillis(300)), BOUNDLESS),
                JsonMapper.shared());
        return new ReplicateTrainer(http, new ReadTrainer(http, properties, clock),
                new Destinations(http, properties), new PaidCall(http, new CallbackProperties(null)),
                new ReadTrainings(http, properties));
    }
}
