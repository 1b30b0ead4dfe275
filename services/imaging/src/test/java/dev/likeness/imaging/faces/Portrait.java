package dev.likeness.imaging.faces;

import dev.likeness.imaging.Images;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Real portraits in the public domain: where they come from is said beside them. */
enum Portrait {
    ASTRONAUT("astronaut.png", "Collins"),
    OBAMA("obama.jpg", "Obama"),
    OBAMA_3("obama3.jpg", "Obama"),
    BIDEN(
            "biden.jpg", "Biden");

    /** What faces are read at. */
    static final int LONG_SIDE = 1024;

    private final String file;
    final String person;
    private @Nullable BufferedImage picture;

    Portrait(String file, String person) {
        this.file = file;
        this.person = person;
    }

    /** The same picture for everyone: to be looked at, not to be changed. */
    synchronized BufferedImage picture() {
        if (picture == null) {
            picture = Images.resize(original(), LONG_SIDE);
        }
        return picture;
    }

    private BufferedImage original() {
        try (InputStream in = Portrait.class.getResourceAsStream("/portraits/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return Images.decodeUpright(in.readAllBytes(), Images.MAX_PIXELS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
