package dev.likeness.imaging;

import java.nio.ByteBuffer;

/** From a stored value to linear light, both from 0 to 1 (ICC.1:2022, §10.6 and §10.18). */
interface ToneCurve {

    ToneCurve SRGB = parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0, 0);

    double linear(double stored);

    /** @throws IllegalArgumentException where it is no curve that the ICC knows */
    static ToneCurve read(ByteBuffer tag) {
        int type = tag.getInt();
        tag.getInt();
        return switch (type) {
            case 0x63757276 -> table(tag);
            case 0x70617261 -> formula(tag);
            default -> throw new IllegalArgumentException("no curve");
        };
    }

    private static ToneCurve table(ByteBuffer tag) {
        int count = tag.getInt();
        if (count < 0 || count > tag.remaining() / 2) {
            throw new IllegalArgumentException("a table of " + count);
        }
        if (count <= 1) {
            double gamma = count == 0 ? 1 : (tag.getShort() & 0xffff) / 256.0;
            return stored -> Math.pow(stored, gamma);
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (tag.getShort() & 0xffff) / 65535.0;
        }
        return stored -> {
            double at = stored * (count - 1);
            int below = Math.min(count - 2, (int) at);
            return values[below] + (values[below + 1] - values[below]) * (at - below);
        };
    }

    private static ToneCurve formula(ByteBuffer tag) {
        int kind = tag.getShort();
        tag.getShort();
        int count = switch (kind) {
            case 0 -> 1;
            case 1 -> 3;
            case 2 -> 4;
            case 3 -> 5;
            case 4 -> 7;
            default -> throw new IllegalArgumentException("a formula of kind " + kind);
        };
        double[] p = new double[7];
        for (int i = 0; i < count; i++) {
            p[i] = tag.getInt() / 65536.0;
        }
        return switch (kind) {
            case 0 -> parametric(p[0], 1, 0, 0, -1, 0, 0);
            case 1 -> parametric(p[0], p[1], p[2], 0, -p[2] / p[1], 0, 0);
            case 2 -> parametric(p[0], p[1], p[2], 0, -p[2] / p[1], p[3], p[3]);
            default -> parametric(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        };
    }

    /** {@code (ax + b)^g + e} from {@code d} on, {@code cx + f} below. */
    private static ToneCurve parametric(double g, double a, double b, double c, double d, double e, double f) {
        return stored -> stored >= d ? Math.pow(Math.max(0, a * stored + b), g) + e : c * stored + f;
    }
}
