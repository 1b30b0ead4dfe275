package dev.likeness.upload.sending;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * The parts of a multipart request, piece by piece as they come. The pieces are on the heap:
 * Spring's parser loses those it had queued when a sender hangs up (spring-framework pull request
 * 37115), and a lost pooled buffer is lost for good.
 */
final class PartEvents {

    private static final ResolvableType PART_EVENT = ResolvableType.forClass(PartEvent.class);
    private static final PartEventHttpMessageReader READER = new PartEventHttpMessageReader();

    private PartEvents() {}

    static Flux<PartEvent> of(ServerHttpRequest request, LimitProperties limits) {
        return READER.read(PART_EVENT, new OnHeap(request, limits), Map.of());
    }

    private static final class OnHeap extends ServerHttpRequestDecorator {

        private final LimitProperties limits;

        OnHeap(ServerHttpRequest request, LimitProperties limits) {
            super(request);
            this.limits = limits;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Pace.watch(super.getBody(), limits).map(OnHeap::copy);
        }

        private static DataBuffer copy(DataBuffer pooled) {
            byte[] bytes = new byte[pooled.readableByteCount()];
            pooled.read(bytes);
            DataBufferUtils.release(pooled);
            return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
        }
    }
}
