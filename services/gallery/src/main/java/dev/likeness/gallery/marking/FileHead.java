package dev.likeness.gallery.marking;

import java.io.ByteArrayOutputStream;

/** A file's beginning up to its pixels, as {@link MarkedFile} knows it. */
record FileHead(MarkedFile.Form form, Kept bytes, int markAt, int skipped) {

    /** A longer one is no head of a portrait's: it would have to be kept in a row. */
    static final int LONGEST = 256 * 1024;

    static final FileHead NONE = new FileHead(MarkedFile.Form.PLAIN, new Kept(), 0, 0);

    byte[] kept() {
        return bytes.toByteArray();
    }

    /** The parts that stay, one after the other. */
    static final class Kept extends ByteArrayOutputStream {

        void add(byte[] file, int from, int to) {
            write(file, from, to - from);
        }
    }
}
