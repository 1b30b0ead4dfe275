package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputHostsTests {

    private final OutputHosts hosts = new OutputHosts(
            List.of("replicate.delivery", ".replicate.delivery", "127.0.0.1:8090", "cdn.example:8443"));

    @ParameterizedTest
    @ValueSource(strings = {"https://replicate.delivery/x/out-0.jpg", "https://pbxt.replicate.delivery/out-0.jpg",
            "https://REPLICATE.delivery:443/out-0.jpg", "http://127.0.0.1:8090/delivery/out-0.jpg",
            "https://127.0.0.1:8090/out-0.jpg", "https://cdn.example:8443/out-0.jpg"})
    void allowsWhatIsListed(String address) {
        assertThat(hosts.allows(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://replicate.delivery/out-0.jpg", "https://evilreplicate.delivery/out-0.jpg",
            "https://replicate.delivery.evil.example/out-0.jpg", "https://replicate.delivery:8080/out-0.jpg",
            "https://user@replicate.delivery/out-0.jpg", "https://replicate.delivery@evil.example/out-0.jpg",
            "http://127.0.0.1:8091/out-0.jpg", "http://127.0.0.1/out-0.jpg", "http://169.254.169.254/latest/meta-data",
            "http://cdn.example:8443/out-0.jpg", "file:///etc/passwd", "data:image/jpeg;base64,AA", "invalid:address",
            "/relative", "https://.replicate.delivery/x", "http://[::1]:8090/x"})
    void refusesEverythingElse(String address) {
        assertThat(hosts.allows(URI.create(address))).isFalse();
    }
}
