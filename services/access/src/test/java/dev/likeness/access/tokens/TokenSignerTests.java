package dev.likeness.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSignerTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void issuesWhatItWasAskedFor() throws Exception {
        TokenSigner signer = TokenSigner.random(NOON);
        SignedJWT token = SignedJWT.parse(signer.issue("i", "a", "anna1", List.of("operator"), Duration.ofMinutes(1)));
        assertThat(token.verify(new ECDSAVerifier(ECKey.parse(signer.publicJwk())))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("i");
        assertThat(claims.getAudience()).containsExactly("a");
        assertThat(claims.getSubject()).isEqualTo("anna1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("operator");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOON.instant().plusSeconds(60)));
    }

    @Test
    void keepsItsKeysInFilesThatOnlyTheOwnerReads() throws Exception {
        Path keys = directory.resolve("new").resolve("keys");
        String first = TokenSigner.in(keys, NOON).publicJwk();
        assertThat(TokenSigner.in(keys, NOON).publicJwk()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("private.jwk"))))
                .isEqualTo("rw-------");
        assertThat(ECKey.parse(Files.readString(keys.resolve("public.jwk"))).isPrivate()).isFalse();
        assertThat(ECKey.parse(first).isPrivate()).isFalse();
        try (var files = Files.list(keys)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("private.jwk", "public.jwk", "keys.lock");
        }
    }

    @Test
    void makesOneKeyHoweverManyStartAtOnce() {
        var keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(_ -> TokenSigner.in(directory, NOON).publicJwk())
                .collect(Collectors.toSet());
        assertThat(keys).hasSize(1);
    }

    @Test
    void writesALostPublicKeyAgain() throws Exception {
        String first = TokenSigner.in(directory, NOON).publicJwk();
        Files.delete(directory.resolve("public.jwk"));
        assertThat(TokenSigner.in(directory, NOON).publicJwk()).isEqualTo(first);
        assertThat(directory.resolve("public.jwk")).hasContent(first);
    }

    @Test
    void saysWhatToDoAboutABrokenKeyWithoutShowingIt() throws Exception {
        Files.writeString(directory.resolve("private.jwk"), "{\"kty\":\"EC\",\"d\":\"secret\"}");
        assertThatThrownBy(() -> TokenSigner.in(directory, NOON)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Delete it")
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }
}
