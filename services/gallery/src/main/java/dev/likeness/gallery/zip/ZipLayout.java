package dev.likeness.gallery.zip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP of stored entries (PKWARE's APPNOTE 6.3.9) of which every byte's place is known beforehand:
 * the same entries always make the same file, of a known length, that can be sent from any byte on.
 */
public final class ZipLayout {

    private final List<Part> parts;
    private final byte[] directory;
    private final long length;

    /**
     * @param name ASCII letters, digits, dots and hyphens
     * @param time to two seconds, in UTC
     * @param crc CRC-32 of the content
     */
    public record Entry(String name, Instant time, long crc, long size) {}

    /** A stretch of the file. */
    public sealed interface Part {

        long length();

        /** Bytes of the ZIP's own. */
        record Own(byte[] bytes, int from, int to) implements Part {

            @Override
            public long length() {
                return to - from;
            }
        }

        /** A stretch of an entry's content, the entry counted from 0. */
        record Content(int entry, long from, long to) implements Part {

            @Override
            public long length() {
                return to - from;
            }
        }
    }

    private ZipLayout(List<Part> parts, byte[] directory) {
        this.parts = List.copyOf(parts);
        this.directory = directory;
        this.length = parts.stream().mapToLong(Part::length).sum();
    }

    public static ZipLayout of(List<Entry> entries) {
        List<Part> parts = new ArrayList<>();
        ZipRecords directory = new ZipRecords();
        long at = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            byte[] header = ZipRecords.localHeader(entry);
            parts.add(new Part.Own(header, 0, header.length));
            parts.add(new Part.Content(i, 0, entry.size()));
            directory.entry(entry, at);
            at += header.length + entry.size();
        }
        directory.end(entries.size(), at);
        byte[] end = directory.bytes();
        parts.add(new Part.Own(end, 0, end.length));
        return new ZipLayout(parts, end);
    }

    /** Bytes in all. */
    public long length() {
        return length;
    }

    /** Names, sizes, times and checksums of all entries and where each is: what identifies the file. */
    public byte[] directory() {
        return directory.clone();
    }

    /** The stretches between two bytes of the file, the second one excluded, none of them empty. */
    public List<Part> between(long from, long to) {
        List<Part> wanted = new ArrayList<>();
        long at = 0;
        for (Part part : parts) {
            long begin = Math.max(from - at, 0);
            long end = Math.min(to - at, part.length());
            if (begin < end) {
                wanted.add(switch (part) {
                    case Part.Own(var bytes, var first, _) ->
                        new Part.Own(bytes, first + (int) begin, first + (int) end);
                    case Part.Content(var entry, var first, _) -> new Part.Content(entry, first + begin, first + end);
                });
            }
            at += part.length();
        }
        return wanted;
    }
}
