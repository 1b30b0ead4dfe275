package dev.likeness.objects.minio;

import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.StoreUnavailable;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * MinIO's client with the one thing it lacks: sending a stream as it comes. Its own
 * {@code putObject} reads every part into memory first, to sign its hash.
 */
final class StreamingClient extends MinioAsyncClient {

    private static final int PUT_BEGINS_WITHIN_SECONDS = 300;
    private static final int MAX_ERROR_BYTES = 4096;
    private static final Pattern ERROR_CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,60})</Code>");

    private final ExecutorService executor;

    private StreamingClient(MinioAsyncClient client, ExecutorService executor) {
        super(client);
        this.executor = executor;
    }

    static StreamingClient connect(ObjectsProperties properties, URI endpoint) {
        ExecutorService executor = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("objects-http").factory());
        Dispatcher dispatcher = new Dispatcher(executor);
        // The bulkhead decides; OkHttp's five per host would queue behind it unseen.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient http = new OkHttpClient.Builder().dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(properties.maxConcurrentCalls(),
                        properties.idleTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.writeTimeout())
                .build();
        MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http, false)
                .build();
        return new StreamingClient(client, executor);
    }

    /**
     * Sends content as it comes, under a signature that leaves its hash open: nobody knows it before
     * the last byte. The signed URL does not leave this method.
     */
    CompletableFuture<Void> put(String bucket, String object, RequestBody content) throws MinioException {
        String url = getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket)
                .object(object)
                .expiry(PUT_BEGINS_WITHIN_SECONDS)
                .build());
        Call call = httpClient.newCall(new Request.Builder().url(url).put(content).build());
        CompletableFuture<Void> answered = new CompletableFuture<>();
        call.enqueue(new Callback() {

            @Override
            public void onResponse(Call sent, Response response) {
                try (response) {
                    if (response.isSuccessful()) {
                        answered.complete(null);
                    } else {
                        answered.completeExceptionally(new StoreUnavailable(codeOf(response)));
                    }
                }
            }

            @Override
            public void onFailure(Call sent, IOException e) {
                answered.completeExceptionally(e);
            }
        });
        return answered.whenComplete((_, _) -> call.cancel());
    }

    /** S3's own code, where the answer has one; nothing else of it is fit to be told. */
    private static String codeOf(Response response) {
        try {
            Matcher code = ERROR_CODE.matcher(response.peekBody(MAX_ERROR_BYTES).string());
            if (code.find()) {
                return code.group(1);
            }
        } catch (IOException e) {
            // The status says enough.
        }
        return "HTTP " + response.code();
    }

    @Override
    public void close() {
        httpClient.connectionPool().evictAll();
        executor.shutdownNow();
    }
}
