package dev.likeness.gallery.marking;

import java.util.Arrays;

/**
 * What a picture's file becomes when it is sent: a head of ours, and from some byte on the file as
 * it is kept. Everything is known of it without reading the file again.
 */
public final class MarkedFile {

    private final Form form;
    private final byte[] head;
    private final int markAt;
    private final long skipped;
    private final long size;
    private final long restCrc;

    /** How the mark is put in. */
    public enum Form {
        JPEG,
        PNG,
        /** Not at all: a format that has never been asked of the provider, or one too odd to be touched. */
        PLAIN
    }

    /**
     * @param head the kept file's beginning without what it says of itself, and without the mark
     * @param markAt where in the head the mark goes
     * @param skipped bytes of the kept file that the head stands for
     * @param size of the kept file in bytes
     * @param restCrc CRC-32 of the kept file from {@code skipped} on
     */
    public MarkedFile(Form form, byte[] head, int markAt, long skipped, long size, long restCrc) {
        if (markAt < 0 || markAt > head.length || skipped < 0 || skipped > size) {
            throw new IllegalArgumentException("A head ends where the file goes on");
        }
        this.form = form;
        this.head = head.clone();
        this.markAt = markAt;
        this.skipped = skipped;
        this.size = size;
        this.restCrc = restCrc;
    }

    /** Of a whole file; one that can't be made out is left as it is. */
    public static MarkedFile of(byte[] file) {
        FileHead head = JpegHead.read(file).or(() -> PngHead.read(file)).orElse(FileHead.NONE);
        return new MarkedFile(head.form(), head.kept(), head.markAt(), head.skipped(), file.length,
                Crc.of(file, head.skipped(), file.length - head.skipped()));
    }

    /** A small file, marked. */
    public static byte[] mark(byte[] file) {
        MarkedFile marked = of(file);
        byte[] begin = marked.begin();
        byte[] whole = Arrays.copyOf(begin, Math.toIntExact(marked.length()));
        System.arraycopy(file, Math.toIntExact(marked.skipped), whole, begin.length,
                Math.toIntExact(marked.size - marked.skipped));
        return whole;
    }

    /** What is sent before the rest of the kept file. */
    public byte[] begin() {
        byte[] mark = markBytes();
        byte[] begin = new byte[head.length + mark.length];
        System.arraycopy(head, 0, begin, 0, markAt);
        System.arraycopy(mark, 0, begin, markAt, mark.length);
        System.arraycopy(head, markAt, begin, markAt + mark.length, head.length - markAt);
        return begin;
    }

    /** Bytes sent in all. */
    public long length() {
        return head.length + markBytes().length + rest();
    }

    /** CRC-32 of all that is sent. */
    public long crc() {
        return Crc.joined(Crc.of(begin()), restCrc, rest());
    }

    private long rest() {
        return size - skipped;
    }

    private byte[] markBytes() {
        return switch (form) {
            case JPEG -> AiMark.jpegSegment();
            case PNG -> AiMark.pngChunk();
            case PLAIN -> new byte[0];
        };
    }

    public Form form() {
        return form;
    }

    public byte[] head() {
        return head.clone();
    }

    public int markAt() {
        return markAt;
    }

    public long skipped() {
        return skipped;
    }

    public long size() {
        return size;
    }

    public long restCrc() {
        return restCrc;
    }
}
