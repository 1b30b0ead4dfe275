package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FreePortsTests {

    @Test
    void givesDifferentPorts() {
        assertThat(FreePorts.some(10)).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void refusesTheSamePortTwiceAndPortsThatDoNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(1, 2, 3, 4, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.from(65_533));
        assertThat(Ports.from(9000)).isEqualTo(new Ports(9000, 9001, 9002, 9003, 9004, 9005));
    }
}
