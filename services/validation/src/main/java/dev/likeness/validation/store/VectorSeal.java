package dev.likeness.validation.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.likeness.person.Epoch;
import dev.likeness.person.UserId;
import dev.likeness.validation.judging.PhotoId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the numbers of a face vector with AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce,
 * then 4 bytes a number and a tag of 16. What is sealed for one photo opens for no other.
 */
@Component
class VectorSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    VectorSeal(VectorsProperties properties) {
        this.key = new SecretKeySpec(properties.bytes(), "AES");
    }

    /** Whose face it is, and on which photo. */
    record Owner(UserId userId, Epoch epoch, PhotoId photo) {

        private byte[] bytes() {
            return (userId.value() + "\n" + epoch.value() + "\n" + photo.value()).getBytes(UTF_8);
        }
    }

    byte[] seal(Owner owner, List<Float> values) {
        ByteBuffer plain = ByteBuffer.allocate(values.size() * Float.BYTES);
        values.forEach(plain::putFloat);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(plain.array());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-256-GCM", impossible);
        }
    }

    /** Empty where it was sealed with another key, for another photo, or was changed since. */
    Optional<List<Float>> open(Owner owner, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(sealed, NONCE_BYTES,
                    sealed.length - NONCE_BYTES);
            return Optional.of(floats(ByteBuffer.wrap(plain)));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-256-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, Owner owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.bytes());
        return cipher;
    }

    private static List<Float> floats(ByteBuffer plain) {
        List<Float> values = new ArrayList<>(plain.remaining() / Float.BYTES);
        while (plain.remaining() >= Float.BYTES) {
            values.add(plain.getFloat());
        }
        return values;
    }
}
