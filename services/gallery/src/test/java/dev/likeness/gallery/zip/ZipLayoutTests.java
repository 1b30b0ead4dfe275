package dev.likeness.gallery.zip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.gallery.zip.ZipLayout.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipLayoutTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:04Z");

    @Property(tries = 200)
    void readsAsItsEntriesAndFromAnyByteOn(
            @ForAll @Size(max = 6) List<@IntRange(max = 3000) Integer> sizes,
            @ForAll @IntRange(max = 1_000_000) int one, @ForAll @IntRange(max = 1_000_000) int other)
            throws IOException {
        List<byte[]> contents = sizes.stream().map(ZipLayoutTests::content).toList();
        ZipLayout layout = ZipLayout.of(entries(contents));
        byte[] whole = bytes(layout, contents, 0, layout.length());

        assertThat(whole).hasSize((int) layout.length());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            int i = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).isEqualTo("portrait-" + i + ".jpg");
                assertThat(zip.readAllBytes()).isEqualTo(contents.get(i++));
            }
            assertThat(i).isEqualTo(contents.size());
        }
        int from = (int) (Math.min(one, other) % (layout.length() + 1));
        int to = Math.max(from, (int) (Math.max(one, other) % (layout.length() + 1)));
        assertThat(bytes(layout, contents, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    /** The contents are holes: only what is around them is written. */
    @Test
    void goesOnBeyondFourGigabytes(@TempDir Path directory) throws IOException {
        long size = 3L << 30;
        var entries = List.of(new ZipLayout.Entry("a.jpg", NOON, 1, size), new ZipLayout.Entry("b.jpg", NOON, 2, size),
                new ZipLayout.Entry("c.jpg", NOON, 3, (1L << 32) + 5), new ZipLayout.Entry("d.jpg", NOON, 4, 7));
        ZipLayout layout = ZipLayout.of(entries);
        Path file = directory.resolve("large.zip");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            for (Part part : layout.between(0, layout.length())) {
                switch (part) {
                    case Part.Own(var bytes, int from, int to) ->
                        assertThat(channel.write(ByteBuffer.wrap(bytes, from, to - from))).isEqualTo(to - from);
                    case Part.Content content -> channel.position(channel.position() + content.length());
                }
            }
            assertThat(channel.size()).isEqualTo(layout.length());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> read = zip.stream().toList();
            assertThat(read).extracting(ZipEntry::getName).containsExactly("a.jpg", "b.jpg", "c.jpg", "d.jpg");
            assertThat(read).extracting(ZipEntry::getSize).containsExactly(size, size, (1L << 32) + 5, 7L);
            try (var last = zip.getInputStream(read.getLast())) {
                assertThat(last.readNBytes(7)).isEqualTo(new byte[7]);
            }
        }
    }

    @Test
    void holdsMoreEntriesThanZipCouldOnce(@TempDir Path directory) throws IOException {
        List<ZipLayout.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(new ZipLayout.Entry(i + ".jpg", NOON, 0, 0));
        }
        ZipLayout layout = ZipLayout.of(entries);
        Path file = directory.resolve("many.zip");
        Files.write(file, bytes(layout, List.of(), 0, layout.length()));

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static List<ZipLayout.Entry> entries(List<byte[]> contents) {
        List<ZipLayout.Entry> entries = new ArrayList<>();
        for (byte[] content : contents) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entries.add(new ZipLayout.Entry("portrait-" + entries.size() + ".jpg", NOON, crc.getValue(),
                    content.length));
        }
        return entries;
    }

    private static byte[] bytes(ZipLayout layout, List<byte[]> contents, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : layout.between(from, to)) {
            switch (part) {
                case Part.Own(var bytes, int begin, int end) -> out.write(bytes, begin, end - begin);
                case Part.Content(int entry, long begin, long end) ->
                    out.write(contents.get(entry), (int) begin, (int) (end - begin));
            }
        }
        return out.toByteArray();
    }
}
