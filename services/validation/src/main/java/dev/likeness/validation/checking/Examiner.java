package dev.likeness.validation.checking;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.Examination;

/** Measures a photo and makes its prepared copy. Takes processor time and memory; blocks. */
@FunctionalInterface
interface Examiner {

    /**
     * @throws UnreadableImage where the bytes are no photo that could be used
     */
    Examination examine(byte[] file);
}
