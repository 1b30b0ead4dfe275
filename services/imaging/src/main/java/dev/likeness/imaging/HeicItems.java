package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;

import dev.likeness.imaging.Boxes.Box;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory of a HEIC file, its {@code meta} box: items, where their bytes are, and what is
 * said of them (ISO/IEC 14496-12 §8.11, 23008-12 §9.3). Nothing here is believed beyond its own
 * bytes.
 */
final class HeicItems {

    private static final int MAX_EXTENTS = 64;

    private final Map<Long, String> types = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Long, List<Integer>> associations = new HashMap<>();
    private final Map<Long, List<Long>> parts = new HashMap<>();
    private List<Box> properties = List.of();
    private ByteBuffer data = ByteBuffer.allocate(0);
    private long primary = -1;

    /** Where an item's bytes are: in the file, or in the directory itself. */
    record Place(boolean inDirectory, List<Extent> extents) {}

    record Extent(long offset, long length) {}

    private HeicItems() {}

    /** @param meta the content of the box */
    static HeicItems read(ByteBuffer meta) {
        HeicItems items = new HeicItems();
        try {
            meta.getInt();
            Boxes.in(meta).forEach(items::read);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnreadableImage(CORRUPT, e);
        }
        if (!items.types.containsKey(items.primary)) {
            throw new UnreadableImage(CORRUPT, "no primary item");
        }
        return items;
    }

    long primary() {
        return primary;
    }

    /** Four characters, such as {@code hvc1} and {@code grid}. */
    String type(long item) {
        return types.getOrDefault(item, "");
    }

    /** The items that {@code item} is put together of, in their order. */
    List<Long> parts(long item) {
        return parts.getOrDefault(item, List.of());
    }

    Optional<Place> place(long item) {
        return Optional.ofNullable(places.get(item));
    }

    /** What lies in the directory itself. */
    ByteBuffer data() {
        return data.duplicate();
    }

    /** Properties of an item in the order in which they are to be applied. */
    List<Box> properties(long item) {
        return associations.getOrDefault(item, List.of())
                .stream()
                .map(index -> properties.get(index - 1))
                .map(box -> new Box(box.name(), box.content().duplicate()))
                .toList();
    }

    Optional<ByteBuffer> property(long item, String name) {
        return properties(item).stream().filter(box -> box.name().equals(name)).map(Box::content).findFirst();
    }

    private void read(Box box) {
        ByteBuffer content = box.content();
        switch (box.name()) {
            case "pitm" -> primary = item(content, box.versionAndFlags() >>> 24 > 0);
            case "iinf" -> readTypes(box);
            case "iloc" -> readPlaces(box);
            case "iref" -> readParts(box);
            case "iprp" -> readProperties(content);
            case "idat" -> data = content;
            default -> {
            }
        }
    }

    private void readTypes(Box box) {
        ByteBuffer content = box.content();
        boolean wide = box.versionAndFlags() >>> 24 > 0;
        long count = item(content, wide);
        for (Box entry : Boxes.in(content)) {
            int version = entry.versionAndFlags() >>> 24;
            if (version < 2 || types.size() >= count) {
                throw new UnreadableImage(CORRUPT, "an item of version " + version);
            }
            long item = item(entry.content(), version > 2);
            entry.content().getShort();
            types.put(item, Boxes.name(entry.content()));
        }
    }

    private void readPlaces(Box box) {
        ByteBuffer content = box.content();
        int version = box.versionAndFlags() >>> 24;
        int sizes = Boxes.u16(content);
        long count = item(content, version == 2);
        for (long i = 0; i < count; i++) {
            long item = item(content, version == 2);
            int method = version > 0 ? content.getShort() & 0xf : 0;
            content.getShort();
            long base = Boxes.number(content, sizes >> 4 & 0xf);
            int extents = Boxes.u16(content);
            if (method > 1 || extents > MAX_EXTENTS) {
                throw new UnreadableImage(CORRUPT, extents + " parts of an item, by method " + method);
            }
            List<Extent> all = new ArrayList<>();
            for (int e = 0; e < extents; e++) {
                var _ = version > 0 ? Boxes.number(content, sizes & 0xf) : 0;
                long offset = Boxes.number(content, sizes >> 12);
                all.add(new Extent(base + offset, Boxes.number(content, sizes >> 8 & 0xf)));
            }
            places.put(item, new Place(method == 1, all));
        }
    }

    private void readParts(Box box) {
        boolean wide = box.versionAndFlags() >>> 24 > 0;
        for (Box reference : Boxes.in(box.content())) {
            if (!reference.name().equals("dimg")) {
                continue;
            }
            ByteBuffer content = reference.content();
            long from = item(content, wide);
            int count = Boxes.u16(content);
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(item(content, wide));
            }
            parts.put(from, to);
        }
    }

    private void readProperties(ByteBuffer content) {
        for (Box box : Boxes.in(content)) {
            switch (box.name()) {
                case "ipco" -> properties = Boxes.in(box.content());
                case "ipma" -> readAssociations(box);
                default -> {
                }
            }
        }
    }

    private void readAssociations(Box box) {
        int head = box.versionAndFlags();
        ByteBuffer content = box.content();
        boolean wideIndex = (head & 1) != 0;
        long count = Boxes.u32(content);
        for (long i = 0; i < count; i++) {
            long item = item(content, head >>> 24 > 0);
            int size = Boxes.u8(content);
            List<Integer> indexes = new ArrayList<>();
            for (int p = 0; p < size; p++) {
                int index = wideIndex ? Boxes.u16(content) & 0x7fff : Boxes.u8(content) & 0x7f;
                if (index > properties.size()) {
                    throw new UnreadableImage(CORRUPT, "a property that is not there");
                }
                if (index > 0) {
                    indexes.add(index);
                }
            }
            associations.put(item, indexes);
        }
    }

    private static long item(ByteBuffer content, boolean wide) {
        return wide ? Boxes.u32(content) : Boxes.u16(content);
    }
}
