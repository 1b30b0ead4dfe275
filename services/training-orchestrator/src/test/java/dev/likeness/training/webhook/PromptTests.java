package dev.likeness.training.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.training.webhook.Prompt.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

class PromptTests {

    private final Prompt prompt = new Prompt(Duration.ofMillis(50), 2);

    @Test
    void answersWhenItIsDone() {
        assertThat(prompt.answer(Mono::empty).block()).isEqualTo(Answer.DONE);
        assertThatThrownBy(() -> prompt.answer(() -> Mono.error(new IllegalStateException("no"))).block())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersInTimeAndGoesOn() {
        Sinks.Empty<Void> slow = Sinks.empty();
        var done = new AtomicInteger();
        assertThat(prompt.answer(() -> slow.asMono().doOnSuccess(_ -> done.incrementAndGet())).block())
                .isEqualTo(Answer.GOES_ON);
        assertThat(prompt.answer(() -> slow.asMono().doOnSuccess(_ -> done.incrementAndGet())).block())
                .isEqualTo(Answer.GOES_ON);
        assertThat(prompt.answer(Mono::empty).block()).isEqualTo(Answer.TOO_BUSY);
        slow.tryEmitEmpty().orThrow();
        await().until(() -> done.get() == 2);
        assertThat(prompt.answer(Mono::empty).block()).isEqualTo(Answer.DONE);
    }

    @Test
    void knowsWhichTrainingAWebhookIsAbout() {
        String space = "0123456789abcdef0123456789abcdef";
        assertThat(hint("{\"id\":\"t1\",\"input\":{\"input_images\":\"http://s:1/training-zips/" + space
                + "/ff?X-Amz-Signature=1\"}}")).isEqualTo(new Hint("t1", space + "/ff"));
        assertThat(hint("{\"id\":7,\"input\":{\"input_images\":\"no address\"}}").zip()).isEmpty();
        assertThat(hint("[]")).isEqualTo(Hint.NONE);
    }

    @Test
    void hasDefaultsAndMapsEveryProperty() {
        assertThat(bind(Map.of())).isEqualTo(new WebhookProperties("", Duration.ofMinutes(5), Duration.ofDays(7),
                DataSize.ofMegabytes(4), Duration.ofMillis(700), 100));
        assertThat(bind(Map.of("training.webhook.secret", "whsec_AAAA", "training.webhook.tolerance", "1s",
                "training.webhook.remember", "2s", "training.webhook.max-body", "3MB",
                "training.webhook.answer-within", "4ms", "training.webhook.under-way", "5")))
                .isEqualTo(new WebhookProperties("whsec_AAAA", Duration.ofSeconds(1), Duration.ofSeconds(2),
                        DataSize.ofMegabytes(3), Duration.ofMillis(4), 5));
    }

    private static WebhookProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("training.webhook",
                WebhookProperties.class);
    }

    private static Hint hint(String json) {
        return Hint.read(JsonMapper.shared().readTree(json));
    }
}
