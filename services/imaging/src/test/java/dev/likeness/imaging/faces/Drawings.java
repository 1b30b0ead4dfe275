package dev.likeness.imaging.faces;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures without a person, drawn the same on every run. */
final class Drawings {

    private static final int SIZE = 1024;

    private Drawings() {}

    /** A cat's head from the front, striped and with whiskers. */
    static BufferedImage cat() {
        return Variations.drawn(SIZE, SIZE, graphics -> {
            graphics.setColor(new Color(196, 140, 84));
            graphics.fill(new Polygon(new int[]{260, 330, 480}, new int[]{480, 160, 320}, 3));
            graphics.fill(new Polygon(new int[]{764, 694, 544}, new int[]{480, 160, 320}, 3));
            graphics.setPaint(new RadialGradientPaint(512, 520, 300, new float[]{0, 1},
                    new Color[]{new Color(226, 178, 122), new Color(176, 118, 66)}));
            graphics.fill(new Ellipse2D.Double(232, 260, 560, 520));
            catFace(graphics);
        });
    }

    private static void catFace(Graphics2D graphics) {
        graphics.setColor(new Color(120, 76, 40));
        graphics.setStroke(new BasicStroke(12));
        for (int stripe = -2; stripe <= 2; stripe++) {
            graphics.draw(new Line2D.Double(512 + stripe * 40, 280, 512 + stripe * 26, 380));
        }
        for (int x : new int[]{400, 624}) {
            graphics.setColor(new Color(150, 190, 80));
            graphics.fill(new Ellipse2D.Double(x - 56, 420, 112, 96));
            graphics.setColor(Color.BLACK);
            graphics.fill(new Ellipse2D.Double(x - 16, 424, 32, 88));
        }
        graphics.setColor(new Color(236, 214, 190));
        graphics.fill(new Ellipse2D.Double(392, 560, 240, 160));
        graphics.setColor(new Color(190, 100, 100));
        graphics.fill(new Polygon(new int[]{476, 548, 512}, new int[]{566, 566, 604}, 3));
        graphics.setColor(new Color(90, 60, 50));
        graphics.setStroke(new BasicStroke(5));
        graphics.draw(new Line2D.Double(512, 604, 512, 640));
        graphics.draw(new Line2D.Double(512, 640, 460, 662));
        graphics.draw(new Line2D.Double(512, 640, 564, 662));
        for (int whisker = -1; whisker <= 1; whisker++) {
            graphics.draw(new Line2D.Double(420, 630 + whisker * 14, 200, 610 + whisker * 44));
            graphics.draw(new Line2D.Double(604, 630 + whisker * 14, 824, 610 + whisker * 44));
        }
    }

    /** Stars and faint nebulae. */
    static BufferedImage sky(long seed) {
        Random random = new Random(seed);
        return Variations.drawn(SIZE, SIZE, graphics -> {
            graphics.setColor(new Color(8, 8, 14));
            graphics.fillRect(0, 0, SIZE, SIZE);
            for (int i = 0; i < 40; i++) {
                float radius = 30 + random.nextInt(220);
                float x = random.nextInt(SIZE);
                float y = random.nextInt(SIZE);
                Color tint = new Color(90 + random.nextInt(120), 60 + random.nextInt(90), 60 + random.nextInt(120),
                        40 + random.nextInt(40));
                graphics.setPaint(new RadialGradientPaint(x, y, radius, new float[]{0, 1},
                        new Color[]{tint, new Color(0, 0, 0, 0)}));
                graphics.fill(new Ellipse2D.Float(x - radius, y - radius, 2 * radius, 2 * radius));
            }
            graphics.setColor(Color.WHITE);
            for (int i = 0; i < 1500; i++) {
                double size = 1 + Math.abs(random.nextGaussian()) * 2;
                graphics.fill(new Ellipse2D.Double(random.nextInt(SIZE), random.nextInt(SIZE), size, size));
            }
        });
    }

    static BufferedImage noise(long seed) {
        Random random = new Random(seed);
        BufferedImage noise = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            noise.setRGB(i % SIZE, i / SIZE, random.nextInt());
        }
        return noise;
    }

    static BufferedImage blank() {
        return Variations.drawn(SIZE, SIZE, graphics -> {});
    }

    /** Two round windows, a door and a step: eyes, nose and mouth to whoever wants to see them. */
    static BufferedImage house() {
        return Variations.drawn(SIZE, SIZE, graphics -> {
            graphics.setColor(new Color(206, 190, 160));
            graphics.fillRect(262, 220, 500, 640);
            graphics.setColor(new Color(50, 60, 80));
            graphics.fillOval(340, 380, 110, 110);
            graphics.fillOval(574, 380, 110, 110);
            graphics.fillRect(470, 500, 84, 140);
            graphics.fillRect(380, 720, 264, 40);
        });
    }
}
