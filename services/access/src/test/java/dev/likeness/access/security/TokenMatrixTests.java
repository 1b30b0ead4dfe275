package dev.likeness.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.likeness.access.HttpTests;
import dev.likeness.access.tokens.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class TokenMatrixTests extends HttpTests {

    @Test
    void takesAUserIdWithADigit() {
        get("/v1/me", token("anna1")).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.userId.value")
                .isEqualTo("anna1")
                .jsonPath("$.operator")
                .isEqualTo(false);
    }

    @Test
    void takesAUuidWithoutItsHyphens() {
        get("/v1/me", token("123e4567-e89b-12d3-a456-426614174000")).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.userId.value")
                .isEqualTo("123e4567e89b12d3a456426614174000");
    }

    @Test
    void knowsAnOperatorByTheRole() {
        get("/v1/me", token("anna1", "operator", "other")).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.operator")
                .isEqualTo(true);
    }

    @Test
    void asksForAMissingToken() {
        problem(client.get().uri("/v1/me").exchange(), HttpStatus.UNAUTHORIZED, "access:missing-token");
        client.get().uri("/v1/me").exchange().expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Test
    void doesNotTakeBasicCredentialsForAToken() {
        problem(client.get().uri("/v1/me").headers(headers -> headers.setBasicAuth("a", "b")).exchange(),
                HttpStatus.UNAUTHORIZED, "access:missing-token");
    }

    @Test
    void doesNotTakeATokenFromTheQuery() {
        problem(client.get().uri("/v1/me?access_token=" + token("anna1")).exchange(), HttpStatus.UNAUTHORIZED,
                "access:missing-token");
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(expiredSince(Duration.ofSeconds(40)), "expired-token");
    }

    @Test
    void forgivesAClockThatIsHalfAMinuteOff() {
        get("/v1/me", expiredSince(Duration.ofSeconds(15))).expectStatus()
                .isOk();
    }

    @Test
    void refusesATokenThatExpiredBeforeItWasIssued() {
        refuses(SIGNER.issue(ISSUER, AUDIENCE, "anna1", List.of(), Duration.ofMinutes(-1)), "malformed-token");
    }

    @Test
    void refusesAnotherIssuersKey() {
        TokenSigner other = TokenSigner.random(Clock.systemUTC());
        refuses(other.issue(ISSUER, AUDIENCE, "anna1", List.of(), Duration.ofMinutes(1)), "wrong-signature");
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = token("anna1").split("\\.", -1);
        String[] others = token("berta2").split("\\.", -1);
        refuses(parts[0] + "." + others[1] + "." + parts[2], "wrong-signature");
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(SIGNER.issue("https://evil.example", AUDIENCE, "anna1", List.of(), Duration.ofMinutes(1)),
                "wrong-issuer");
    }

    @Test
    void refusesAnotherAudience() {
        refuses(SIGNER.issue(ISSUER, "somebody", "anna1", List.of(), Duration.ofMinutes(1)), "wrong-audience");
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(new PlainJWT(claims().build()).serialize(), "wrong-algorithm");
    }

    @Test
    void refusesASecretMadeOfThePublicKey() throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(SIGNER.publicJwk().getBytes(StandardCharsets.UTF_8)));
        refuses(token.serialize(), "wrong-algorithm");
    }

    @Test
    void refusesRsaWhereEcIsPinned() throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims().build());
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        refuses(token.serialize(), "wrong-algorithm");
    }

    @Test
    void refusesATokenMadeForAnotherPurpose() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("logout+jwt")).build();
        var token = new SignedJWT(header, claims().build());
        token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        refuses(token.serialize(), "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "way-too-special-1", "a b1", "12345678901234567890123456789012345678901", ""})
    void refusesASubjectThatIsNoUserId(String subject) {
        refuses(token(subject), "bad-subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "eyJhbGciOiJFUzI1NiJ9.e30", "eyJhbGciOiJFUzI1NiJ9.bm90anNvbg.AAAA", "%%%"})
    void refusesWhatIsNoToken(String text) {
        refuses(text, "malformed-token");
    }

    @Test
    void refusesABadTokenEvenWhereNoneIsNeeded() {
        problem(get("/open/hello", "a.b.c"), HttpStatus.UNAUTHORIZED, "access:malformed-token");
    }

    private void refuses(String token, String slug) {
        problem(get("/v1/me", token), HttpStatus.UNAUTHORIZED, "access:" + slug);
        get("/v1/me", token).expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*")
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain(token));
    }

    private static String expiredSince(Duration age) {
        Duration ttl = Duration.ofMinutes(5);
        Clock then = Clock.offset(Clock.systemUTC(), age.plus(ttl).negated());
        return TokenSigner.in(KEYS, then).issue(ISSUER, AUDIENCE, "anna1", List.of(), ttl);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("anna1")
                .claim("roles", List.of("operator"))
                .claim("extra", Map.of("a", 1))
                .expirationTime(Date.from(Instant.now(Clock.systemUTC()).plusSeconds(60)));
    }
}
