package dev.likeness.sandbox.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Controllers block on virtual threads: what they do is write to disk before they answer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

    /** Inputs may hold images as data: addresses. */
    private static final int MAX_BODY = 8 * 1024 * 1024;

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("sandbox-http-");
        executor.setVirtualThreads(true);
        configurer.setExecutor(executor);
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.defaultCodecs().maxInMemorySize(MAX_BODY);
    }
}
