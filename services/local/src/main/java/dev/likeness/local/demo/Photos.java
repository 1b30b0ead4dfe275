package dev.likeness.local.demo;

import dev.likeness.local.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The photos to upload: a person's own, or those that come with the demo. */
record Photos(List<Path> files, String about) {

    private static final String BUNDLED = "/demo/photos/";
    private static final int BUNDLED_COUNT = 15;

    static Photos in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> photos = files.filter(Photos::isMeant).sorted().toList();
            if (photos.isEmpty()) {
                throw new Refusal("There are no files in " + folder);
            }
            return new Photos(photos, photos.size() + " files of " + folder);
        } catch (IOException unreadable) {
            throw new Refusal("The folder " + folder + " can't be read: " + unreadable.getMessage());
        }
    }

    /** Copies the demo's photos into the folder. */
    static Photos bundled(Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> photos = new ArrayList<>();
            for (int i = 1; i <= BUNDLED_COUNT; i++) {
                String name = String.format(Locale.ROOT, "%02d.jpg", i);
                Path file = folder.resolve(name);
                Files.write(file, resource(name));
                photos.add(file);
            }
            JsonNode about = JsonMapper.shared().readTree(resource("photos.json"));
            return new Photos(photos,
                    BUNDLED_COUNT + " photos of " + about.path("person").asString() + ", variations of "
                            + about.path("originals").asInt() + " public-domain original"
                            + (about.path("originals").asInt() == 1 ? "" : "s"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What is announced of each before any byte is sent. */
    List<Map<String, Object>> announced() {
        return files.stream()
                .map(file -> Map.<String, Object>of("name", file.getFileName().toString(), "size",
                        size(file), "sha256", sha256(file)))
                .toList();
    }

    /** Whatever its name ends in: a file that is no photo is refused with a reason, not passed over. */
    private static boolean isMeant(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = Photos.class.getResourceAsStream(BUNDLED + name)) {
            if (resource == null) {
                throw new IllegalStateException("The demo's photo " + name + " is missing from this build");
            }
            return resource.readAllBytes();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(Path file) {
        try (var digesting = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var _ = digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
