package dev.likeness.imaging.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.codec.Photo;
import dev.likeness.imaging.codec.Photos;
import dev.likeness.imaging.corpus.Corpus;
import dev.likeness.imaging.corpus.Sample;
import dev.likeness.imaging.examining.Copies;
import dev.likeness.imaging.reading.Examination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CorpusTests {

    private static final long MEMORY = 1L << 30;
    private static final List<String> PIXELS_ONLY = List.of("JPEG", "JFIF", "Huffman", "File Type");

    @Test
    void givesEveryFileItsVerdictAndGoesOn() throws Exception {
        List<Sample> corpus = Corpus.all();
        List<String> wrong = new ArrayList<>();
        byte[] good = Photos.jpeg(Photo.synthetic(1200, 900), 0.9);
        Path home;
        try (Darkroom darkroom = new Darkroom(
                new DarkroomSettings(2, MEMORY, Duration.ofSeconds(20), Duration.ofMinutes(5), 1000, Copies.DEFAULT))) {
            long start = System.nanoTime();
            for (Sample sample : corpus) {
                verdict(darkroom, sample, wrong);
            }
            System.out.printf("corpus: %d files in %.1f s, %d wrong, %d workers started%n", corpus.size(),
                    (System.nanoTime() - start) / 1e9, wrong.size(), darkroom.workers().started());
            assertThat(darkroom.examine(good).reading().width()).isEqualTo(1200);
            assertThat(darkroom.workers().residentBytes()).isLessThan(MEMORY);
            home = darkroom.workers().home();
        }
        assertThat(wrong).isEmpty();
        assertThat(corpus).hasSizeGreaterThan(120);
        assertThat(home).doesNotExist();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.current()
                        .children()
                        .noneMatch(child -> child.info()
                                .commandLine()
                                .orElse("")
                                .contains(DarkroomWorker.class.getName())));
    }

    private static void verdict(Darkroom darkroom, Sample sample, List<String> wrong) throws Exception {
        try {
            Examination examination = darkroom.examine(sample.file());
            if (examination.reading().width() != sample.width() || examination.reading().height() != sample.height()) {
                wrong.add(sample.name() + " is " + examination.reading().width() + "x"
                        + examination.reading().height());
            }
            requireNoMetadata(examination.prepared());
            requireNoMetadata(examination.thumbnail());
            assertThat(ImageHeader.read(examination.prepared()).longSide()).isLessThanOrEqualTo(2048);
        } catch (UnreadableImage e) {
            if (!sample.reasons().contains(e.reason())
                    || String.valueOf(e.getMessage()).contains("workers were lost")) {
                wrong.add(sample.name() + " is " + e.getMessage());
            }
        }
    }

    private static void requireNoMetadata(byte[] jpeg) throws IOException, ImageProcessingException {
        Metadata metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
        assertThat(StreamSupport.stream(metadata.getDirectories().spliterator(), false).map(Directory::getName))
                .isSubsetOf(PIXELS_ONLY);
    }
}
