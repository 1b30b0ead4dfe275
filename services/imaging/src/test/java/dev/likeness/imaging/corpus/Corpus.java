package dev.likeness.imaging.corpus;

import java.util.List;
import java.util.stream.Stream;

/** All files. They are made anew each time; nothing of them is kept. */
public final class Corpus {

    private Corpus() {}

    public static List<Sample> all() {
        return Stream.of(Bombs.all(), Cuts.all(), Strangers.all(), Oddities.all()).flatMap(List::stream).toList();
    }
}
