package dev.likeness.objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the store is and how long we are patient with it.
 *
 * @param publicEndpoint where those who follow a presigned URL reach the store; the endpoint itself
 * if absent. Inside a container network the store has a name that nobody outside can resolve
 * @param writeTimeout for one piece on the wire, not for a whole object: a slow sender is no fault
 * of the store
 * @param idleTimeout how long an unused connection is kept; less than a store keeps it (MinIO and
 * S3Proxy: 30 s), because what is sent on one that the other end has just closed can't be repeated
 * @param maxConcurrentCalls calls in flight at one time; more wait
 * @param queueTimeout how long they wait before {@link StoreUnavailable}
 * @param attempts for calls that can be repeated, the first included
 * @param backoff the pause before the second attempt; doubled each time, up to half of it taken
 * away at random
 * @param partSize what {@link ObjectStore#write} holds in memory; S3 allows no less than 5 MB
 */
@Validated
@ConfigurationProperties("likeness.objects")
public record ObjectsProperties(URI endpoint, @NotBlank String accessKey, @NotBlank String secretKey,
        @DefaultValue("us-east-1") String region, @Nullable URI publicEndpoint,
        @DefaultValue("3s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("30s") Duration writeTimeout, @DefaultValue("10s") Duration idleTimeout,
        @DefaultValue("64") @Min(1) int maxConcurrentCalls,
        @DefaultValue("10s") Duration queueTimeout, @DefaultValue("4") @Min(1) @Max(10) int attempts,
        @DefaultValue("100ms") Duration backoff, @DefaultValue("5MB") DataSize partSize) {

    /** The smallest part S3 takes, but for the last one. */
    private static final DataSize MIN_PART = DataSize.ofMegabytes(5);

    public ObjectsProperties {
        if (partSize.compareTo(MIN_PART) < 0) {
            throw new IllegalArgumentException("likeness.objects.part-size is at least 5MB, not " + partSize);
        }
    }

    public URI presignEndpoint() {
        return publicEndpoint == null ? endpoint : publicEndpoint;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ObjectsProperties[endpoint=" + endpoint + ", publicEndpoint=" + publicEndpoint + ", region=" + region
                + "]";
    }
}
