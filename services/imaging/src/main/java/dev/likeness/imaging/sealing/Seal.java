package dev.likeness.imaging.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce, then what was sealed and a
 * tag of 16. What is sealed for one owner opens for no other.
 */
public final class Seal {

    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException if the key has another length than {@link #KEY_BYTES} */
    public Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key that is written in base64; empty where it is none. */
    public static Optional<byte[]> key(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip())).filter(key -> key.length == KEY_BYTES);
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    /**
     * The same, of a setting that has to be there.
     *
     * @throws IllegalArgumentException where it is none; the message says what to set, and not the key
     */
    public static byte[] key(String setting, String base64) {
        return key(base64).orElseThrow(() -> new IllegalArgumentException(setting
                + " must be set to 32 random bytes in base64, such as of: head -c 32 /dev/urandom | base64"));
    }

    /** @param owner whose it is, in a form that no other owner has; it is not stored */
    public byte[] seal(String owner, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-256-GCM", impossible);
        }
    }

    /** Empty where it was sealed with another key, for another owner, or was changed since. */
    public Optional<byte[]> open(String owner, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(sealed, NONCE_BYTES,
                    sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-256-GCM", impossible);
        }
    }

    /** The numbers of a face vector, four bytes each. */
    public byte[] sealNumbers(String owner, List<Float> values) {
        ByteBuffer plain = ByteBuffer.allocate(values.size() * Float.BYTES);
        values.forEach(plain::putFloat);
        return seal(owner, plain.array());
    }

    /** @see #open */
    public Optional<List<Float>> openNumbers(String owner, byte[] sealed) {
        return open(owner, sealed).map(bytes -> floats(ByteBuffer.wrap(bytes)));
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
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
