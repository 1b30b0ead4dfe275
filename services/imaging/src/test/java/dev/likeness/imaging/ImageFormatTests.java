package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTests {

    @Test
    void knowsFourFormatsByTheirContent() {
        assertThat(ImageFormat.detect(Pictures.jpeg())).contains(ImageFormat.JPEG);
        assertThat(ImageFormat.detect(Pictures.png())).contains(ImageFormat.PNG);
        assertThat(ImageFormat.detect(Pictures.webpLossless())).contains(ImageFormat.WEBP);
        assertThat(ImageFormat.detect(Pictures.WEBP_LOSSY)).contains(ImageFormat.WEBP);
        assertThat(ImageFormat.detect(Pictures.heic("heic", 10, 10))).contains(ImageFormat.HEIC);
        assertThat(ImageFormat.detect(Pictures.heic("mif1", 10, 10))).contains(ImageFormat.HEIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff\u00d8", "hello, I am a picture.jpg", "GIF89a\1\0\1\0", "%PDF-1.7", "<svg/>",
            "RIFF\0\0\0\0WAVEfmt ", "PK\3\4", "\0\0\0\u001cftypavif\0\0\0\0mif1avifmiaf",
            "\0\0\0\u0014ftypqt  \0\0\0\0qt  ",
            "\0\0\0\bftyp"})
    void knowsNoOther(String content) {
        assertThat(ImageFormat.detect(content.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void knowsNoBitmapThatTheJdkWouldOpen() {
        byte[] bitmap = Pictures.encoded("bmp", Pictures.corners(BufferedImage.TYPE_INT_RGB));
        assertThat(ImageFormat.detect(bitmap)).isEmpty();
    }

    @Test
    void takesAnyLengthOfHead() {
        for (byte[] file : new byte[][]{Pictures.jpeg(), Pictures.heic("heic", 9, 9), Pictures.webpLossless()}) {
            for (int length = 0; length < file.length; length++) {
                assertThat(ImageFormat.detect(Arrays.copyOf(file, length))).satisfies(found -> {});
            }
        }
    }
}
