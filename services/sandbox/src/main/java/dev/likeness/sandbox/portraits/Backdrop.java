package dev.likeness.sandbox.portraits;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** A studio background: a gradient of two colours, a glow, and lights out of focus. */
final class Backdrop {

    private Backdrop() {}

    static int[] paint(Look look) {
        Random chance = look.chance(Look.Part.BACKDROP);
        int width = look.width();
        int height = look.height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = chance.nextFloat();
        // Clear of skin tones, so that nothing behind a head is taken for a face.
        Color dark = Color.getHSBColor(0.3f + 0.5f * hue, 0.25f + 0.4f * chance.nextFloat(),
                0.15f + 0.3f * chance.nextFloat());
        Color light = Color.getHSBColor(0.3f + 0.5f * hue + 0.08f, 0.1f + 0.4f * chance.nextFloat(),
                0.5f + 0.4f * chance.nextFloat());
        double angle = chance.nextDouble() * 2 * Math.PI;
        float reachX = (float) (Math.cos(angle) * width / 2);
        float reachY = (float) (Math.sin(angle) * height / 2);
        graphics.setPaint(new GradientPaint(width / 2f - reachX, height / 2f - reachY, dark,
                width / 2f + reachX, height / 2f + reachY, light));
        graphics.fillRect(0, 0, width, height);
        glow(graphics, look, light, chance);
        lights(graphics, look, light, chance);
        graphics.dispose();
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static void glow(Graphics2D graphics, Look look, Color light, Random chance) {
        float x = look.width() * chance.nextFloat();
        float y = look.height() * 0.6f * chance.nextFloat();
        float radius = look.width() * (0.4f + 0.5f * chance.nextFloat());
        graphics.setPaint(new RadialGradientPaint(x, y, radius, new float[]{0, 1}, new Color[]{
                new Color(light.getRed(), light.getGreen(), light.getBlue(), 150), new Color(0, 0, 0, 0)}));
        graphics.fillRect(0, 0, look.width(), look.height());
    }

    private static void lights(Graphics2D graphics, Look look, Color light, Random chance) {
        int count = chance.nextInt(24);
        for (int i = 0; i < count; i++) {
            double size = look.width() * (0.02 + 0.1 * chance.nextDouble());
            int alpha = 25 + chance.nextInt(60);
            graphics.setPaint(new Color(light.getRed(), light.getGreen(), light.getBlue(), alpha));
            graphics.fill(new Ellipse2D.Double(look.width() * chance.nextDouble() - size / 2,
                    look.height() * chance.nextDouble() - size / 2, size, size));
        }
    }
}
