package dev.likeness.upload.set;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PhotoNameTests {

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(new PhotoName("  me\u0000\n\u202Egpj\u2028.jpg ").value()).isEqualTo("megpj.jpg");
        assertThat(new PhotoName("Ein Bild \u00fc\ud83d\ude00.heic").value())
                .isEqualTo("Ein Bild \u00fc\ud83d\ude00.heic");
    }

    @Test
    void keepsAtMost255CharactersAndNoHalfOfOne() {
        assertThat(new PhotoName("x".repeat(300)).value()).hasSize(255);
        assertThat(new PhotoName("x".repeat(254) + "\ud83d\ude00").value()).isEqualTo("x".repeat(254));
    }

    @Test
    void isNotPrinted() {
        assertThat(new PhotoName("secret.jpg")).hasToString("named");
    }

    @Property
    void isStableForAnyText(@ForAll String text) {
        PhotoName once = new PhotoName(text);

        assertThat(once.value()).hasSizeLessThanOrEqualTo(PhotoName.LONGEST).doesNotContain("\n", "\u0000");
        assertThat(new PhotoName(once.value())).isEqualTo(once);
    }
}
