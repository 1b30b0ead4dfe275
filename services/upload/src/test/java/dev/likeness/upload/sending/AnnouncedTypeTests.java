package dev.likeness.upload.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AnnouncedTypeTests {

    @Test
    void keepsWhatAnImageIsCalled() {
        assertThat(AnnouncedType.of(MediaType.parseMediaType("image/heic; name=x.heic"))).isEqualTo("image/heic");
    }

    @Test
    void takesAnythingElseForBytes() {
        assertThat(AnnouncedType.of(MediaType.APPLICATION_FORM_URLENCODED)).isEqualTo("application/octet-stream");
        assertThat(AnnouncedType.of(MediaType.parseMediaType("image/*"))).isEqualTo("application/octet-stream");
        assertThat(AnnouncedType.of(null)).isEqualTo("application/octet-stream");
    }
}
