package dev.likeness.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorTests {

    @Test
    void bringsTheSortKeyBack() {
        Instant time = Instant.parse("2026-01-31T12:00:00.123456Z");
        UUID id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        Cursor cursor = Cursor.parse(Cursor.of(time, id, 7L, 0.25).encoded()).orElseThrow();
        assertThat(cursor.instant(0)).isEqualTo(time);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
        assertThat(cursor.decimal(3)).isEqualTo(0.25);
        assertThat(cursor.text(2)).isEqualTo("7");
    }

    @Test
    void isAbsentWhereNoneWasSent() {
        assertThat(Cursor.parse(null)).isEmpty();
        assertThat(Cursor.parse("")).isEmpty();
    }

    @Test
    void refusesAnotherListsCursor() {
        Cursor other = Cursor.of("red");
        assertThatThrownBy(() -> other.instant(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.uuid(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.number(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.text(1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesATimeThatNoDatabaseHolds() {
        for (String time : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z")) {
            Cursor crafted = Cursor.parse(Cursor.of(time).encoded()).orElseThrow();
            assertThatThrownBy(() -> crafted.instant(0)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void refusesControlCharacters() {
        for (String text : List.of("\0", "a\0b", "a\tb", "a\rb")) {
            String crafted = Cursor.of(1, text).encoded();
            assertThatThrownBy(() -> Cursor.parse(crafted)).isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 2000)
    void answersAnyTextWithAValueOrAProblem(@ForAll @StringLength(max = 1100) String text) {
        try {
            assertThat(Cursor.parse(text).map(cursor -> cursor.text(0)).orElse("")).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().toString()).isEqualTo("urn:problem:access:bad-cursor");
        }
    }

    @Test
    void pagesUntilNothingIsLeft() {
        List<Integer> rows = IntStream.range(0, 51).boxed().toList();
        PageLimit limit = PageLimit.of(null);
        Page<Integer> first = Page.of(rows, limit, Cursor::of, row -> row);
        assertThat(first.items()).hasSize(50);
        assertThat(Cursor.parse(first.nextCursor()).orElseThrow().number(0)).isEqualTo(49);
        assertThat(Page.of(rows.subList(50, 51), limit, Cursor::of, row -> row).nextCursor()).isNull();
        assertThat(Page.of(rows.subList(0, 50), limit, Cursor::of, row -> row).nextCursor()).isNull();
    }

    @Test
    void limitsThePage() {
        assertThat(PageLimit.of(200).rowsToRead()).isEqualTo(201);
        assertThatThrownBy(() -> PageLimit.of(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageLimit.of(201)).isInstanceOf(ProblemException.class);
    }
}
