package dev.likeness.training.run;

import dev.likeness.training.run.Training.Live;

/** How far a training has come: the attempt, and within it the state. */
final class Rank {

    private Rank() {}

    static int of(Training training) {
        int attempt = training instanceof Live live ? live.attempt() : 0;
        return attempt * 10 + switch (training) {
            case Training.Unheard _ -> 0;
            case Training.Requested _ -> 1;
            case Training.Packaging _ -> 2;
            case Training.Intended _ -> 3;
            case Training.Unknown _ -> 4;
            case Training.Submitted _ -> 5;
            case Training.Running _ -> 6;
            case Training.Ended _ -> 1_000;
        };
    }
}
