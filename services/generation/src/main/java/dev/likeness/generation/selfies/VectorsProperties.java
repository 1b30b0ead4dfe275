package dev.likeness.generation.selfies;

import dev.likeness.imaging.sealing.Seal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How face vectors are kept: each person's with a key of their own, which is sealed with this one.
 *
 * @param key 32 bytes in base64. Whoever changes it makes the vectors that are kept unreadable, and
 * portraits of their people can't be measured until they upload again
 */
@Validated
@ConfigurationProperties("generation.vectors")
record VectorsProperties(@DefaultValue("") String key) {

    private static final String SETTING = "generation.vectors.key";

    VectorsProperties {
        var _ = Seal.key(SETTING, key);
    }

    byte[] bytes() {
        return Seal.key(SETTING, key);
    }

    /** A log is no place for a key. */
    @Override
    public String toString() {
        return "VectorsProperties[key=***]";
    }
}
