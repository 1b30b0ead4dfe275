package dev.likeness.imaging.faces;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Closed eyes, sunglasses and masks painted over a face. */
final class Covered {

    private static final Color LASHES = new Color(40, 28, 24);
    private static final Color GLASS = new Color(14, 14, 18);
    private static final Color CLOTH = new Color(150, 190, 214);

    private Covered() {}

    /** Lids of the colour of the skin below the eye, lashes below. */
    static BufferedImage eyesClosed(BufferedImage picture, Landmarks face) {
        BufferedImage painted = Variations.copy(picture);
        draw(painted, graphics -> {
            closeEye(painted, graphics, face, 36);
            closeEye(painted, graphics, face, 42);
        });
        return painted;
    }

    static BufferedImage sunglasses(BufferedImage picture, Landmarks face) {
        BufferedImage painted = Variations.copy(picture);
        draw(painted, graphics -> {
            graphics.setColor(GLASS);
            graphics.setStroke(new BasicStroke((float) face.leftEye().width() / 6));
            graphics.draw(line(face.leftEye().centre(), face.rightEye().centre()));
            for (Landmarks.Eye eye : List.of(face.leftEye(), face.rightEye())) {
                double side = eye.width();
                graphics.fill(new RoundRectangle2D.Double(eye.centre().x() - side * 0.95, eye.centre().y() - side * 0.6,
                        side * 1.9, side * 1.4, side * 0.8, side * 0.8));
            }
        });
        return painted;
    }

    /** From the bridge of the nose to below the chin. */
    static BufferedImage masked(BufferedImage picture, Landmarks face) {
        BufferedImage painted = Variations.copy(picture);
        draw(painted, graphics -> {
            List<Point> jaw = face.points().subList(2, 15);
            Path2D cloth = path(Stream.concat(jaw.stream(), Stream.of(face.points().get(28))).toList());
            graphics.setColor(CLOTH);
            graphics.fill(cloth);
        });
        return painted;
    }

    private static void closeEye(BufferedImage picture, Graphics2D graphics, Landmarks face, int corner) {
        Landmarks.Eye eye = corner == 36 ? face.leftEye() : face.rightEye();
        double width = eye.width() * 1.3;
        double height = eye.width() * 0.6;
        int x = (int) eye.centre().x();
        graphics.setColor(new Color(picture.getRGB(x, (int) (eye.centre().y() + eye.width() * 0.6))));
        graphics.fill(new Ellipse2D.Double(eye.centre().x() - width / 2, eye.centre().y() - height / 2, width, height));
        graphics.setColor(LASHES);
        graphics.setStroke(new BasicStroke((float) Math.max(1, eye.width() / 12)));
        Point from = face.points().get(corner);
        Point to = face.points().get(corner + 3);
        Path2D lashes = new Path2D.Double();
        lashes.moveTo(from.x(), from.y());
        lashes.quadTo(eye.centre().x(), eye.centre().y() + eye.width() * 0.25, to.x(), to.y());
        graphics.draw(lashes);
    }

    private static Line2D line(Point from, Point to) {
        return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.forEach(point -> path.lineTo(point.x(), point.y()));
        path.closePath();
        return path;
    }

    private static void draw(BufferedImage picture, Consumer<Graphics2D> drawing) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
                RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(graphics);
        graphics.dispose();
    }
}
