package dev.likeness.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.likeness.access.AccessProperties;
import dev.likeness.access.AccessProperties.Algorithm;
import dev.likeness.access.ProblemException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** RS256 with keys that the issuer publishes. */
class SignatureDecodersTests {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final RSAKey key = newKey("one");
    private DisposableServer issuer = HttpServer.create()
            .bindAddress(() -> new InetSocketAddress("127.0.0.1", 0))
            .handle((_, response) -> response.sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString())))
            .bindNow();
    private TokenDecoder decoder = decoder(issuer.port());

    @BeforeEach
    void connect() {
        decoder = decoder(issuer.port());
    }

    @AfterEach
    void stop() {
        issuer.disposeNow();
    }

    @Test
    void believesAPublishedKey() {
        assertThat(decoder.decode(signedBy(key)).blockOptional().orElseThrow().getSubject()).isEqualTo("anna1");
    }

    @Test
    void refusesAKeyThatIsNotPublished() {
        assertThatThrownBy(() -> decoder.decode(signedBy(newKey("two"))).block())
                .isInstanceOfSatisfying(TokenRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(TokenFault.WRONG_SIGNATURE));
        assertThatThrownBy(() -> decoder.decode(signedBy(newKey("one"))).block())
                .isInstanceOfSatisfying(TokenRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(TokenFault.WRONG_SIGNATURE));
    }

    @Test
    void saysThatNobodyCanTellWhenTheKeysAreOutOfReach() {
        issuer.disposeNow();
        assertThatThrownBy(() -> decoder.decode(signedBy(key)).block())
                .isInstanceOfSatisfying(ProblemException.class, unavailable -> {
                    assertThat(unavailable.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(unavailable.problem().type().toString())
                            .isEqualTo("urn:problem:access:keys-unavailable");
                });
    }

    private static TokenDecoder decoder(int port) {
        URI jwkSet = URI.create("http://127.0.0.1:" + port + "/keys");
        var properties = new AccessProperties("issuer", "likeness", Algorithm.RS256, null, jwkSet,
                Duration.ofSeconds(30), List.of(), List.of(), List.of());
        return new TokenDecoder(new TokenForm(Algorithm.RS256), SignatureDecoders.of(jwkSet, Algorithm.RS256),
                new TokenClaims(properties, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static String signedBy(RSAKey key) {
        var claims = new JWTClaimsSet.Builder().issuer("issuer")
                .audience("likeness")
                .subject("anna1")
                .expirationTime(Date.from(NOW.plusSeconds(1)))
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
