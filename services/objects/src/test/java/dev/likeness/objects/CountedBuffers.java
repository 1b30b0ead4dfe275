package dev.likeness.objects;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import reactor.core.publisher.Flux;

/** Content in buffers that must be given back, and the count of those that were not. */
public final class CountedBuffers {

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger mostHeld = new AtomicInteger();

    public int held() {
        return held.get();
    }

    public int mostHeld() {
        return mostHeld.get();
    }

    /** The bytes in pieces, made one by one as they are asked for. */
    public Flux<DataBuffer> of(byte[] bytes, int pieceBytes) {
        return Flux.generate(() -> 0, (at, sink) -> {
            if (at >= bytes.length) {
                sink.complete();
                return at;
            }
            int length = Math.min(pieceBytes, bytes.length - at);
            sink.next(of(bytes, at, length));
            return at + length;
        });
    }

    private DataBuffer of(byte[] bytes, int from, int length) {
        DataBuffer plain = DefaultDataBufferFactory.sharedInstance.allocateBuffer(length).write(bytes, from, length);
        AtomicInteger references = new AtomicInteger(1);
        mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
        return (DataBuffer) Proxy.newProxyInstance(CountedBuffers.class.getClassLoader(),
                new Class<?>[]{PooledDataBuffer.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "isAllocated" -> references.get() > 0;
                    case "retain" -> {
                        references.incrementAndGet();
                        yield proxy;
                    }
                    case "touch" -> proxy;
                    case "release" -> {
                        int left = references.decrementAndGet();
                        if (left == 0) {
                            held.decrementAndGet();
                        }
                        yield left == 0;
                    }
                    default -> {
                        try {
                            yield method.invoke(plain, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }
}
