package dev.likeness.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path data;

    @Test
    void staysTheSameFromTheFirstStartOn() {
        Secrets first = Secrets.of(home());

        assertThat(Secrets.of(home())).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.vectorsKey())).hasSize(32);
    }

    @Test
    void addsWhatAnInstanceOfAnEarlierVersionLacks() throws IOException {
        Files.writeString(home().secrets(), "{\"providerToken\":\"r8_old\",\"webhookSecret\":\"whsec_old\"}");

        Secrets completed = Secrets.of(home());

        assertThat(completed.providerToken()).isEqualTo("r8_old");
        assertThat(completed.webhookSecret()).isEqualTo("whsec_old");
        assertThat(Base64.getDecoder().decode(completed.vectorsKey())).hasSize(32);
        assertThat(Secrets.of(home())).isEqualTo(completed);
    }

    private Home home() {
        return new Home(data);
    }
}
