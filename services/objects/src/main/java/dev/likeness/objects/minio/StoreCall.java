package dev.likeness.objects.minio;

import io.minio.errors.MinioException;
import java.util.concurrent.CompletableFuture;

/** One HTTP call, made anew each time it is started. */
@FunctionalInterface
interface StoreCall<T> {

    CompletableFuture<T> start() throws MinioException;
}
