package dev.likeness.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedTraceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GET https://store/a.jpg?X-Amz-Signature=abc&x=1 failed | GET https://store/a.jpg?[query] failed",
            "token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln is bad | token [token] is bad",
            "Authorization: Bearer r8_abcdefgh12345 sent            | Authorization: Bearer [token] sent",
            "what? nothing to hide                                   | what? nothing to hide",
    })
    void hidesWhatOpensDoors(String message, String logged) {
        assertThat(LoggedTrace.withoutSecrets(message)).isEqualTo(logged);
    }

    @Test
    void showsWhereItHappenedAndWhy() {
        var failure = new IllegalStateException("outer", new IllegalArgumentException("inner?key=1"));
        assertThat(LoggedTrace.of(failure)).contains("IllegalStateException: outer", "LoggedTraceTests.java",
                "Caused by: java.lang.IllegalArgumentException: inner?[query]");
    }
}
