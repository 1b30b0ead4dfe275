package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Steps;
import org.junit.jupiter.api.Test;

class TrainerLogTests {

    private static final String BAR = "flux_train_replicate:  31%|███▏      | 310/1000 [03:10<06:00,  1.91it/s, lr: 4.0e-04 loss: 3.5e-01]";

    @Test
    void readsTheTrainersBar() {
        assertThat(TrainerLog.steps(BAR)).isEqualTo(new Steps(310, 1000));
        assertThat(TrainerLog.steps("flux_train_replicate: 100%|██████████| 1200/1200 [00:20<00:00]"))
                .isEqualTo(new Steps(1200, 1200));
    }

    @Test
    void takesTheLastBar() {
        assertThat(
                TrainerLog.steps("flux_train_replicate:   0%|          | 0/1000 [00:00<?, ?it/s]\r" + BAR + "\nSaving"))
                .isEqualTo(new Steps(310, 1000));
    }

    @Test
    void leavesOtherBarsAlone() {
        assertThat(TrainerLog.steps("Loading checkpoint: 100%|██████████| 12/12 [00:01<00:00]")).isEqualTo(Steps.NONE);
        assertThat(TrainerLog.steps("Caption for photo-01.jpg: 31% of the picture")).isEqualTo(Steps.NONE);
        assertThat(TrainerLog.steps("")).isEqualTo(Steps.NONE);
    }
}
