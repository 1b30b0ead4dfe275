package dev.likeness.access.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.likeness.access.AccessProperties.Algorithm;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Decoders that verify the signature alone; form and claims are checked around them. */
final class SignatureDecoders {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private SignatureDecoders() {}

    static ReactiveJwtDecoder of(PublicKey key, Algorithm algorithm) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(JWSAlgorithm.parse(algorithm.name()), key));
        checkNothingElse(processor);
        return signatureOnly(new NimbusReactiveJwtDecoder(token -> verified(processor, token)));
    }

    static ReactiveJwtDecoder of(URI jwkSet, Algorithm algorithm) {
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(ANSWER);
        return signatureOnly(NimbusReactiveJwtDecoder.withJwkSetUri(jwkSet.toString())
                .jwsAlgorithm(SignatureAlgorithm.valueOf(algorithm.name()))
                .webClient(WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build())
                .jwtProcessorCustomizer(SignatureDecoders::checkNothingElse)
                .build());
    }

    private static Mono<JWTClaimsSet> verified(DefaultJWTProcessor<SecurityContext> processor, JWT token) {
        return Mono.fromCallable(() -> {
            try {
                return processor.process(token, null);
            } catch (BadJOSEException | JOSEException refused) {
                throw new BadJwtException("Signature refused", refused);
            }
        });
    }

    private static void checkNothingElse(ConfigurableJWTProcessor<?> processor) {
        processor.setJWSTypeVerifier((_, _) -> {});
        processor.setJWTClaimsSetVerifier((_, _) -> {});
    }

    private static ReactiveJwtDecoder signatureOnly(NimbusReactiveJwtDecoder decoder) {
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return decoder;
    }
}
