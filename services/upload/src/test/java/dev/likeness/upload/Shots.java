package dev.likeness.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bytes that stand for photos; whether they are any is validation's business. */
public final class Shots {

    private Shots() {}

    public static byte[] shot(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String announcement(byte[]... shots) {
        return IntStream.range(0, shots.length)
                .mapToObj(number -> photo("photo-" + number + ".jpg", shots[number].length, sha256(shots[number])))
                .collect(Collectors.joining(",", "{\"photos\":[", "]}"));
    }

    public static String photo(String name, long size, String sha256) {
        return "{\"name\":\"" + name + "\",\"size\":" + size + ",\"sha256\":\"" + sha256 + "\"}";
    }

    public static byte[][] shots(int count) {
        return IntStream.range(0, count).mapToObj(seed -> shot(seed, 20_000 + seed)).toArray(byte[][]::new);
    }

    public static byte[] without(byte[] bytes, int last) {
        return Arrays.copyOf(bytes, bytes.length - last);
    }
}
