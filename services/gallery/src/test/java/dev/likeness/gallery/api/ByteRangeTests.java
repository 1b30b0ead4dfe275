package dev.likeness.gallery.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTests {

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=10-19,10,20", "bytes=90-,90,100", "bytes=90-1000,90,100", "bytes=-10,90,100",
            "bytes=-1000,0,100", "BYTES=5-9,5,10"})
    void readsOneRange(String header, long from, long to) {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void seesThatNothingIsThere(String header) {
        assertThat(ByteRange.parse(header, 100)).matches(range -> range.orElseThrow().unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-4", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b",
            "bytes=99999999999999999999-"})
    void takesEverythingElseAsTheWhole(String header) {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @Test
    void saysWhatItIs() {
        assertThat(ByteRange.parse("bytes=10-19", 100).map(range -> range.of(100))).isEqualTo(Optional.of(
                "bytes 10-19/100"));
    }
}
