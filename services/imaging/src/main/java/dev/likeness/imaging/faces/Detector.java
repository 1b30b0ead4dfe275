package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Pyramid.Outside;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where faces may be: Ultra-Light-Fast-Generic-Face-Detector RFB-320. */
final class Detector implements AutoCloseable {

    /**
     * What may be a face.
     *
     * @param score from 0 to 1
     */
    record Candidate(Area area, double score) {}

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final float MEAN = 127;
    private static final float DEVIATION = 128;
    private static final double MIN_SCORE = 0.65;
    /** Two candidates that share more than this are one face; the surer one stays. */
    private static final double SAME_FACE = 0.4;
    /** And so are two of which one holds so much of the other: a part seen in another tile. */
    private static final double PART_OF_FACE = 0.7;

    private final Model model = Model.load("fr_detect.onnx");

    /** By falling score, looking at each of these parts of the picture as a whole. */
    List<Candidate> find(Pyramid picture, List<Area> views) {
        List<Candidate> all = new ArrayList<>();
        for (Area view : views) {
            all.addAll(find(picture, view));
        }
        all.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : all) {
            if (kept.stream().noneMatch(other -> isSame(other.area(), candidate.area()))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static boolean isSame(Area one, Area other) {
        return one.overlap(other) > SAME_FACE || one.containment(other) > PART_OF_FACE;
    }

    private List<Candidate> find(Pyramid picture, Area view) {
        double scale = Math.max(view.width() / WIDTH, view.height() / HEIGHT);
        Point centre = view.centre();
        Similarity toPicture = new Similarity(scale, 0, centre.x() - scale * WIDTH / 2,
                centre.y() - scale * HEIGHT / 2);
        Patch patch = picture.patch(toPicture, WIDTH, HEIGHT, Outside.GREY);
        float[] input = Patch.planes(MEAN, DEVIATION, patch.red(), patch.green(), patch.blue());
        return candidates(model.run(input, 1, 3, HEIGHT, WIDTH), toPicture);
    }

    /**
     * Of each of its 4420 anchors: how surely no face and a face; its sides as shares of the input's.
     */
    private static List<Candidate> candidates(Outputs outputs, Similarity toPicture) {
        float[] scores = outputs.named("scores");
        float[] boxes = outputs.named("boxes");
        List<Candidate> candidates = new ArrayList<>();
        for (int anchor = 0; 2 * anchor < scores.length; anchor++) {
            float score = scores[2 * anchor + 1];
            if (score >= MIN_SCORE) {
                Point from = toPicture.apply(new Point(boxes[4 * anchor] * WIDTH, boxes[4 * anchor + 1] * HEIGHT));
                Point to = toPicture.apply(new Point(boxes[4 * anchor + 2] * WIDTH, boxes[4 * anchor + 3] * HEIGHT));
                candidates.add(new Candidate(new Area(from.x(), from.y(), to.x(), to.y()), score));
            }
        }
        return candidates;
    }

    @Override
    public void close() {
        model.close();
    }
}
