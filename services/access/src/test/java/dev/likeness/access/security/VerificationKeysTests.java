package dev.likeness.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.likeness.access.AccessProperties.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class VerificationKeysTests {

    private final VerificationKeys keys = new VerificationKeys(new DefaultResourceLoader());

    @TempDir
    private Path directory = Path.of("");

    @Test
    void readsAJwkAndAPemOfEitherAlgorithm() throws IOException, JOSEException {
        var ec = new ECKeyGenerator(Curve.P_256).generate();
        var rsa = new RSAKeyGenerator(2048).generate();
        assertThat(keys.read(file(ec.toPublicJWK().toJSONString()), Algorithm.ES256)).isEqualTo(ec.toPublicKey());
        assertThat(keys.read(file(pem(ec.toPublicKey())), Algorithm.ES256)).isEqualTo(ec.toPublicKey());
        assertThat(keys.read("file:" + file(pem(rsa.toPublicKey())), Algorithm.RS256)).isEqualTo(rsa.toPublicKey());
    }

    @Test
    void refusesAKeyThatDoesNotFitTheAlgorithm() throws IOException, JOSEException {
        refuses(new RSAKeyGenerator(2048).generate(), Algorithm.ES256, "EC key on P-256");
        refuses(new ECKeyGenerator(Curve.P_384).generate(), Algorithm.ES256, "EC key on P-256");
        refuses(new RSAKeyGenerator(1024, true).generate(), Algorithm.RS256, "at least 2048 bits");
        refuses(new OctetSequenceKey.Builder(new byte[32]).build(), Algorithm.ES256, "can't be read");
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        String garbage = file("hello");
        assertThatThrownBy(() -> keys.read(garbage, Algorithm.ES256)).hasMessageContaining("can't be read");
        assertThatThrownBy(() -> keys.read(directory.resolve("none").toString(), Algorithm.ES256))
                .hasMessageContaining("can't be read");
    }

    private void refuses(JWK key, Algorithm algorithm, String sentence) throws IOException {
        String location = file(key.toJSONString());
        assertThatThrownBy(() -> keys.read(location, algorithm)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "key", ""), text).toString();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
