package dev.likeness.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.local.instance.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderTests {

    private static final ServicePorts PORTS = new ServicePorts(1, 2, 3, 4, 5, 6);
    private static final Secrets SECRETS = new Secrets("r8_sandbox", "whsec_AAAA", "AAAA");

    @Test
    void isTheSandboxUnlessThereIsAToken() {
        assertThat(provider(Map.of("REPLICATE_BASE_URL", "https://elsewhere/v1"))).isEqualTo(
                new Provider("http://127.0.0.1:6/v1", "r8_sandbox", "likeness", true));
        assertThat(provider(Map.of("REPLICATE_API_TOKEN", " ")).outputHosts()).contains("127.0.0.1:6");
    }

    @Test
    void isReplicateWithATokenWhereverThatIs() {
        Map<String, String> account = Map.of("REPLICATE_API_TOKEN", "r8_own", "REPLICATE_OWNER", "me");
        Provider replicate = provider(account);
        assertThat(replicate).isEqualTo(new Provider("https://api.replicate.com/v1", "r8_own", "me", false));
        assertThat(replicate.outputHosts()).isEmpty();
        for (String said : new String[]{"http://10.0.0.1:7000", "http://10.0.0.1:7000/", "http://10.0.0.1:7000/v1"}) {
            Provider elsewhere = provider(Map.of("REPLICATE_API_TOKEN", "r8_own", "REPLICATE_OWNER", "me",
                    "REPLICATE_BASE_URL", said));
            assertThat(elsewhere).isEqualTo(new Provider("http://10.0.0.1:7000/v1", "r8_own", "me", false));
            assertThat(elsewhere.outputHosts()).contains("10.0.0.1:7000");
        }
    }

    private static Provider provider(Map<String, String> environment) {
        return Provider.of(environment, PORTS, SECRETS);
    }
}
