package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.portraits.Look;
import dev.likeness.sandbox.portraits.Photo;
import dev.likeness.sandbox.portraits.Portraits;
import dev.likeness.sandbox.state.Trainings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides whose photos a picture is made from: the version's own, unless the behaviour says
 * otherwise.
 */
@Component
class Sitter {

    private final Trainings trainings;
    private final Behaviours behaviours;

    Sitter(Trainings trainings, Behaviours behaviours) {
        this.trainings = trainings;
        this.behaviours = behaviours;
    }

    BufferedImage sit(Prediction prediction, int index) throws IOException {
        Sizes.Size size = Sizes.of(prediction.input());
        Look look = new Look(size.width(), size.height(), prediction.seed() + index,
                String.valueOf(prediction.input().get("prompt")));
        return switch (behaviours.current().identity()) {
            case OWN -> Portraits.portrait(own(prediction), look);
            case OTHER -> Portraits.portrait(other(prediction), look);
            case BLEND -> Portraits.blend(own(prediction), other(prediction), look);
            case NOFACE -> Portraits.scene(look);
            case COPY -> Portraits.copy(own(prediction), look);
        };
    }

    private List<Photo> own(Prediction prediction) throws IOException {
        return photos(trainings.photosOf(prediction.version()));
    }

    /** Of another model's version if there is one, else the bundled stranger. */
    private List<Photo> other(Prediction prediction) throws IOException {
        for (Training training : trainings.all()) {
            Path folder = trainings.photosOf(training.newVersion());
            if (!training.newVersion().equals(prediction.version()) && Files.isDirectory(folder)
                    && !triggerOf(training).equals(triggerOf(prediction))) {
                return photos(folder);
            }
        }
        return List.of(Photo.stranger());
    }

    /** Versions with one trigger word are one person's. */
    private String triggerOf(Prediction prediction) {
        return trainings.all()
                .stream()
                .filter(each -> each.newVersion().equals(prediction.version()))
                .map(Sitter::triggerOf)
                .findFirst()
                .orElse("");
    }

    private static String triggerOf(Training training) {
        return String.valueOf(training.input().get("trigger_word"));
    }

    private static List<Photo> photos(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Photo::of).toList();
        }
    }
}
