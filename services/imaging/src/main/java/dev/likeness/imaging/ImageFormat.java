package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;

/** The formats a photo may come in, told by content and never by name. */
public enum ImageFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic");

    /** As many bytes of a file as {@link #detect} needs to be sure. */
    public static final int HEAD_BYTES = 128;

    private static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";
    /** ISO/IEC 23008-12: stills and sequences coded with HEVC. */
    private static final Set<String> HEVC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
            "hevs");
    /** The container's own brands: they say nothing of the codec, AVIF files carry them too. */
    private static final Set<String> CONTAINER_BRANDS = Set.of("mif1", "msf1");

    private final String contentType;
    private final String extension;

    ImageFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    public String contentType() {
        return contentType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * The format of a file that begins with these bytes; empty for every other kind, AVIF and GIF too.
     */
    public static Optional<ImageFormat> detect(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, HEAD_BYTES), ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith(PNG_SIGNATURE)) {
            return Optional.of(PNG);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBPVP8", 8)) {
            return Optional.of(WEBP);
        }
        return isHeic(start) ? Optional.of(HEIC) : Optional.empty();
    }

    private static boolean isHeic(String start) {
        if (!start.startsWith("ftyp", 4) || start.length() < 12) {
            return false;
        }
        long boxSize = start.charAt(0) << 24 | start.charAt(1) << 16 | start.charAt(2) << 8 | start.charAt(3);
        int end = (int) Math.min(start.length(), Math.max(boxSize, 12));
        boolean hevc = false;
        boolean container = CONTAINER_BRANDS.contains(start.substring(8, 12));
        // The major brand at 8, four bytes of version, then the compatible brands.
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
            String brand = start.substring(at, at + 4);
            if (brand.equals("avif") || brand.equals("avis")) {
                return false;
            }
            hevc |= HEVC_BRANDS.contains(brand);
        }
        return hevc || container;
    }
}
