package dev.likeness.bench;

import java.util.ArrayList;
import java.util.List;

/** A small line graph as SVG. */
public final class Graph {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int TOP = 40;
    private static final int RIGHT = 20;
    private static final List<String> COLORS = List.of("#1f6feb", "#d1242f", "#8250df", "#1a7f37");

    private final String title;
    private final String unit;
    private final double[] seconds;
    private final double most;
    private final List<String> lines = new ArrayList<>();

    /** @param most the value at the upper end */
    public Graph(String title, String unit, double[] seconds, double most) {
        this.title = title;
        this.unit = unit;
        this.seconds = seconds;
        this.most = most;
    }

    public void line(String name, double[] values) {
        String color = COLORS.get(lines.size() % COLORS.size());
        var points = new StringBuilder();
        for (int index = 0; index < values.length; index++) {
            points.append(Figures.of("%.1f,%.1f ", x(seconds[index]), y(values[index])));
        }
        lines.add("<polyline fill=\"none\" stroke=\"" + color + "\" stroke-width=\"1.5\" points=\""
                + points.toString().strip() + "\"/>\n<text x=\"" + (LEFT + 10 + lines.size() * 170) + "\" y=\""
                + (TOP - 8)
                + "\" fill=\"" + color + "\">" + name + "</text>");
    }

    public String svg() {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" fill=\"white\"/>\n<text x=\"" + LEFT + "\" y=\"16\" font-weight=\"bold\">" + title + "</text>\n");
        for (int step = 0; step <= 4; step++) {
            double value = most * step / 4;
            svg.append(Figures.of("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n", LEFT,
                    WIDTH - RIGHT, y(value), y(value)))
                    .append(Figures.of("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>%n", LEFT - 6,
                            y(value) + 4, value));
            double second = end() * step / 4;
            svg.append(Figures.of("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f s</text>%n", x(second),
                    HEIGHT - BOTTOM + 18, second));
        }
        svg.append("<text x=\"8\" y=\"").append(TOP - 8).append("\">").append(unit).append("</text>\n");
        lines.forEach(line -> svg.append(line).append('\n'));
        return svg.append("</svg>\n").toString();
    }

    private double end() {
        return seconds.length == 0 ? 1 : Math.max(1, seconds[seconds.length - 1]);
    }

    private double x(double second) {
        return LEFT + second / end() * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - Math.min(value, most) / most * (HEIGHT - TOP - BOTTOM);
    }
}
