package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.life.Reading.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a training ZIP as the trainer does: names beginning {@code __MACOSX/} or {@code ._} are
 * left out, folders are walked, images are told by their ending, a caption is the text file of the
 * same stem in the same folder.
 */
final class TrainingZip {

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp");
    private static final Pattern ESCAPING = Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)|^[/\\\\].*|^[A-Za-z]:.*");
    private static final int MAX_ENTRIES = 5_000;
    private static final long MAX_ENTRY = 64L * 1024 * 1024;
    private static final long MAX_TOTAL = 400L * 1024 * 1024;

    private final Path into;
    private final Map<String, String> captions = new HashMap<>();
    private final List<String> images = new ArrayList<>();
    private long total;
    private int files;

    private TrainingZip(Path into) {
        this.into = into;
    }

    /**
     * What was found: entries extracted and the photos, which lie in the directory as 00, 01 and so on.
     */
    record Content(int files, List<Photo> photos) {}

    static Content extract(Path zip, Path into) throws IOException, Unusable {
        if (Files.size(zip) > ZipSource.MAX_BYTES) {
            throw new Unusable("Files must be less than 100MB in size");
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new TrainingZip(into).extract(file);
        } catch (ZipException e) {
            throw new Unusable("input_images must be a zip file");
        }
    }

    private Content extract(ZipFile zip) throws IOException, Unusable {
        if (zip.size() > MAX_ENTRIES) {
            throw new Unusable("input_images holds " + zip.size() + " entries, more than " + MAX_ENTRIES);
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (ESCAPING.matcher(entry.getName()).matches()) {
                throw new Unusable("input_images holds a name that leads outside its folder", files);
            }
            if (!entry.getName().startsWith("__MACOSX/") && !entry.getName().startsWith("._")) {
                files++;
                keep(zip, entry);
            }
        }
        if (images.isEmpty()) {
            throw new Unusable("No images found in input_images", files);
        }
        return new Content(files, images.stream().map(this::photo).toList());
    }

    private void keep(ZipFile zip, ZipEntry entry) throws IOException, Unusable {
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (entry.isDirectory()) {
            return;
        }
        if (lower.endsWith(".txt")) {
            captions.put(stem(name), new String(bytes(zip, entry), StandardCharsets.UTF_8).strip());
        } else if (ENDINGS.stream().anyMatch(lower::endsWith)) {
            Files.write(into.resolve(nameOf(images.size())), bytes(zip, entry));
            images.add(name);
        }
    }

    private byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException, Unusable {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) MAX_ENTRY + 1);
            total += content.length;
            if (content.length > MAX_ENTRY || total > MAX_TOTAL) {
                throw new Unusable("input_images grows too large when extracted", files);
            }
            return content;
        }
    }

    private Photo photo(String name) {
        return new Photo(name, captions.getOrDefault(stem(name), ""));
    }

    static String nameOf(int index) {
        return String.format(Locale.ROOT, "%02d", index);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
    }
}
