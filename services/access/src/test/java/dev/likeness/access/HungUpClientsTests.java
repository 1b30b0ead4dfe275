package dev.likeness.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import reactor.netty.channel.AbortedException;

class HungUpClientsTests {

    @Test
    void knowsAClientThatHungUpWhereverItStands() {
        assertThat(HungUpClients.hungUp(AbortedException.beforeSend())).isTrue();
        assertThat(HungUpClients.hungUp(new IllegalStateException(new IOException("Connection reset by peer"))))
                .isTrue();
    }

    @Test
    void takesNothingElseForOne() {
        assertThat(HungUpClients.hungUp(new IOException("No space left on device"))).isFalse();
        assertThat(HungUpClients.hungUp(new IllegalStateException("broken"))).isFalse();
    }
}
