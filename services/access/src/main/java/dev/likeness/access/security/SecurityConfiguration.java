package dev.likeness.access.security;

import dev.likeness.access.AccessProperties;
import dev.likeness.access.Operators;
import dev.likeness.access.Problem;
import dev.likeness.access.Problems;
import dev.likeness.access.problem.ProblemWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** The chain that every request passes: no session, nothing open but what is listed. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessProperties.class)
public class SecurityConfiguration {

    private static final String[] OPEN = {"/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml",
            "/swagger-ui/**", "/swagger-ui.html", "/webjars/**"};

    // Metrics and settings of the process are nobody's business but the operators'.
    private static final String[] OPERATORS = {"/actuator/**"};

    @Bean
    ReactiveJwtDecoder tokenDecoder(AccessProperties properties, ResourceLoader resources,
            ObjectProvider<Clock> clock) {
        return new TokenDecoder(new TokenForm(properties.algorithm()), signature(properties, resources),
                new TokenClaims(properties, clock.getIfAvailable(Clock::systemUTC)));
    }

    @Bean
    SecurityWebFilterChain accessChain(ServerHttpSecurity http, AccessProperties properties, ReactiveJwtDecoder decoder,
            ProblemWriter writer) {
        var problems = new SecurityProblems(writer);
        return http
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .cors(cors -> configure(cors, properties.allowedOrigins()))
                .headers(headers -> headers
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeExchange(paths -> paths
                        .pathMatchers(with(OPEN, properties.openPaths()))
                        .permitAll()
                        .pathMatchers(with(OPERATORS, properties.operatorPaths()))
                        .hasAuthority(Operators.ROLE)
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(new Callers())))
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .build();
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter writer) {
        return (exchange, _) -> writer.write(exchange, Problem.of(HttpStatus.BAD_REQUEST, Problems.ACCESS,
                "suspicious-request", "Suspicious request",
                "The path or a header has characters or sequences that are not taken, such as \"//\" or \"..\"."),
                HttpHeaders.EMPTY);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }

    private static ReactiveJwtDecoder signature(AccessProperties properties, ResourceLoader resources) {
        String publicKey = properties.publicKey();
        if (publicKey != null) {
            var keys = new VerificationKeys(resources);
            return SignatureDecoders.of(keys.read(publicKey, properties.algorithm()), properties.algorithm());
        }
        if (properties.jwkSetUri() != null) {
            return SignatureDecoders.of(properties.jwkSetUri(), properties.algorithm());
        }
        throw new IllegalStateException("No key to verify tokens with");
    }

    private static void configure(ServerHttpSecurity.CorsSpec cors, List<String> origins) {
        if (origins.isEmpty()) {
            cors.disable();
            return;
        }
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.PUT.name(),
                HttpMethod.DELETE.name()));
        allowed.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        cors.configurationSource(source);
    }

    /** One list, because a matcher of no paths at all is refused. */
    private static String[] with(String[] always, List<String> configured) {
        return Stream.concat(Arrays.stream(always), configured.stream()).toArray(String[]::new);
    }
}
