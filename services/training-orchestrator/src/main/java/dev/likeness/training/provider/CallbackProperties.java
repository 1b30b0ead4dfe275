package dev.likeness.training.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param url where the provider sends its webhooks; without it polling does alone */
@ConfigurationProperties("training.webhook")
record CallbackProperties(@Nullable URI url) {}
