package dev.likeness.validation.store;

import dev.likeness.imaging.sealing.Seal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How face vectors are kept.
 *
 * @param key they are sealed with: 32 bytes in base64. Whoever changes it makes those that are kept
 * unreadable; a set with such photos says that they could not be compared
 */
@Validated
@ConfigurationProperties("validation.vectors")
record VectorsProperties(@DefaultValue("") String key) {

    private static final String SETTING = "validation.vectors.key";

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
