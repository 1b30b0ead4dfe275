package dev.likeness.imaging.faces;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures what docs/faces.md says, the same on every run of one machine, and writes it to
 * target/faces.md. No part of the build: {@code mvn -pl services/imaging test -Dtest=FaceFacts}.
 */
class FaceFacts {

    private static final Path REPORT = Path.of("target", "faces.md");

    private final StringBuilder report = new StringBuilder();
    private Faces faces;
    private List<Subject> subjects;

    @BeforeEach
    void load() {
        faces = Faces.load();
        subjects = Subject.all(faces);
    }

    @AfterEach
    void close() throws IOException {
        faces.close();
        Files.writeString(REPORT, report, UTF_8);
    }

    @Test
    void measures() {
        pairs();
        table("Likeness to the same original (cosine; quality)", likenessTrials(), this::likeness);
        report.append("\nThe most like another person's original of all these: ")
                .append(mostLikeAnother())
                .append("\n");
        table("Sharpness (variance of the Laplacian; definition)", Trial.all(List.of(Trial.ORIGINAL), Trial.BLURRED,
                Trial.LIT, Trial.SCALED, Trial.COMPRESSED), ignoring(FaceFacts::sharpness));
        table("Light of the face (mean ± deviation; shadows / highlights)",
                Trial.all(List.of(Trial.ORIGINAL), Trial.LIT, Trial.FLATTENED), ignoring(FaceFacts::light));
        table("Pose (yaw / pitch / roll)",
                Trial.all(List.of(Trial.ORIGINAL, Trial.MIRRORED), Trial.TURNED, Trial.COVERED),
                ignoring(FaceFacts::pose));
        table("Eyes open (left / right)", Trial.all(List.of(Trial.ORIGINAL), Trial.COVERED, Trial.LIT, Trial.FLATTENED,
                Trial.BLURRED, Trial.SCALED, Trial.COMPRESSED, Trial.TURNED), ignoring(FaceFacts::eyes));
        table("Found by size (score; height of the box)", Trial.FRAMED, ignoring(FaceFacts::found));
        table("Cut off: what is left of the picture beyond the box, by its size (left / top / right / bottom)",
                Trial.all(List.of(Trial.ORIGINAL), Trial.CUT), this::margins);
        table("Not upright (faces found)", Trial.TURNED_FAR,
                (subject, trial) -> String.valueOf(faces.read(trial.change().apply(subject), 1).size()));
    }

    private static List<Trial> likenessTrials() {
        return Trial.all(List.of(Trial.ORIGINAL, Trial.MIRRORED), Trial.TURNED, Trial.LIT, Trial.FLATTENED,
                Trial.COMPRESSED, Trial.SCALED, Trial.BLURRED, Trial.COVERED, Trial.CUT);
    }

    private void pairs() {
        report.append("## Pairs of originals (cosine)\n\n");
        for (Subject one : subjects) {
            for (Subject other : subjects) {
                if (one.portrait().compareTo(other.portrait()) < 0) {
                    boolean same = one.portrait().person.equals(other.portrait().person);
                    report.append("| %s, %s | %s | %.3f |%n".formatted(one.portrait(), other.portrait(),
                            same ? "same" : "different", one.vector().likeness(other.vector())));
                }
            }
        }
    }

    private void table(String title, List<Trial> trials, BiFunction<Subject, Trial, String> cell) {
        report.append("\n## ").append(title).append("\n\n| |");
        subjects.forEach(subject -> report.append(' ').append(subject.portrait()).append(" |"));
        report.append("\n|---|---|---|---|---|\n");
        for (Trial trial : trials) {
            report.append(subjects.stream()
                    .map(subject -> cell.apply(subject, trial))
                    .collect(Collectors.joining(" | ", "| " + trial.name() + " | ", " |\n")));
        }
    }

    private Optional<FaceReading> read(Subject subject, Trial trial) {
        return faces.read(trial.change().apply(subject), 1).stream().findFirst();
    }

    private BiFunction<Subject, Trial, String> ignoring(Function<FaceReading, String> cell) {
        return (subject, trial) -> read(subject, trial).map(cell).orElse("–");
    }

    private String likeness(Subject subject, Trial trial) {
        return read(subject, trial).flatMap(FaceReading::vector)
                .map(vector -> "%.2f; %.1f".formatted(subject.vector().likeness(vector), vector.quality()))
                .orElse("–");
    }

    private String mostLikeAnother() {
        record Found(String what, double likeness) {}
        return subjects.stream()
                .flatMap(subject -> likenessTrials().stream()
                        .flatMap(trial -> read(subject, trial).flatMap(FaceReading::vector)
                                .map(vector -> new Found(subject.portrait() + " " + trial.name(),
                                        likenessToOthers(subject, vector)))
                                .stream()))
                .max(Comparator.comparingDouble(Found::likeness))
                .map(found -> "%.2f (%s)".formatted(found.likeness(), found.what()))
                .orElseThrow();
    }

    private double likenessToOthers(Subject subject, FaceVector vector) {
        return subjects.stream()
                .filter(other -> !other.portrait().person.equals(subject.portrait().person))
                .mapToDouble(other -> other.vector().likeness(vector))
                .max()
                .orElseThrow();
    }

    private static String sharpness(FaceReading face) {
        return "%.1f; %.3f".formatted(face.sharpness(), face.definition());
    }

    private static String light(FaceReading face) {
        return "%.0f ± %.0f; %.2f / %.2f".formatted(face.light().mean(), face.light().deviation(),
                face.light().shadows(), face.light().highlights());
    }

    private static String pose(FaceReading face) {
        return "%.0f / %.0f / %.0f".formatted(face.pose().yaw(), face.pose().pitch(), face.pose().roll());
    }

    private static String eyes(FaceReading face) {
        return face.eyes().map(eyes -> "%.2f / %.2f".formatted(eyes.left(), eyes.right())).orElse("not told");
    }

    private static String found(FaceReading face) {
        return "%.2f; %.0f".formatted(face.score(), face.box().height());
    }

    private String margins(Subject subject, Trial trial) {
        var picture = trial.change().apply(subject);
        return faces.read(picture, 1).stream().findFirst().map(face -> {
            FaceReading.Box box = face.box();
            return "%.2f / %.2f / %.2f / %.2f".formatted(box.x() / box.width(), box.y() / box.height(),
                    (picture.getWidth() - box.x() - box.width()) / box.width(),
                    (picture.getHeight() - box.y() - box.height()) / box.height());
        }).orElse("–");
    }
}
