package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.life.Reading;
import dev.likeness.sandbox.life.Training;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The trainer's archive in small: configuration, captions, and an empty but valid safetensors file.
 */
final class WeightsTar {

    private static final String FOLDER = "output/flux_train_replicate/";
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private WeightsTar() {}

    static byte[] of(Training training) {
        WeightsTar tar = new WeightsTar();
        tar.add(FOLDER + "lora.safetensors", safetensors(training));
        tar.add(FOLDER + "config.yaml", config(training));
        Reading reading = training.reading();
        if (reading != null) {
            for (int i = 0; i < reading.photos().size(); i++) {
                tar.add(FOLDER + "captions/" + TrainingZip.nameOf(i) + ".txt",
                        reading.photos().get(i).caption().getBytes(StandardCharsets.UTF_8));
            }
        }
        tar.out.writeBytes(new byte[2 * BLOCK]);
        return tar.out.toByteArray();
    }

    /** Eight bytes of little-endian header length, then the header; no tensors. */
    private static byte[] safetensors(Training training) {
        byte[] header = ("{\"__metadata__\":{\"sandbox\":\"" + training.newVersion() + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[8 + header.length];
        content[0] = (byte) header.length;
        System.arraycopy(header, 0, content, 8, header.length);
        return content;
    }

    private static byte[] config(Training training) {
        StringBuilder yaml = new StringBuilder("job: custom_job\nconfig:\n  name: flux_train_replicate\n");
        for (Map.Entry<String, Object> each : training.input().entrySet()) {
            if (!each.getKey().equals("input_images")) {
                yaml.append("  ").append(each.getKey()).append(": ").append(each.getValue()).append('\n');
            }
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One entry in ustar form: header block, content, padding to whole blocks. */
    private void add(String name, byte[] content) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", content.length));
        put(header, 136, "00000000000\0");
        put(header, 148, " ".repeat(8));
        put(header, 156, "0ustar\0" + "00");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        out.writeBytes(header);
        out.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, BLOCK - at));
    }
}
