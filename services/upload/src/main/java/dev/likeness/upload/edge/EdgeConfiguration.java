package dev.likeness.upload.edge;

import io.netty.channel.ChannelOption;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final int LARGEST_DOCS = 4 * 1024 * 1024;

    // What this service answers itself comes first: its controllers are asked before the routes.
    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, EdgeProperties properties) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Map.Entry<Downstream, List<String>> route : properties.routes().entrySet()) {
            Downstream service = route.getKey();
            routes.route(service.label(), to -> to.path(route.getValue().toArray(String[]::new))
                    .metadata(RouteMetadataUtils.CONNECT_TIMEOUT_ATTR, (int) properties.connectTimeout().toMillis())
                    .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, properties.responseTimeout().toMillis())
                    .uri(properties.url(service)));
        }
        return routes.build();
    }

    @Bean
    ServiceDocs serviceDocs(EdgeProperties properties) {
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis())
                .responseTimeout(properties.docsTimeout());
        return new ServiceDocs(WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCS))
                .build(), properties);
    }
}
