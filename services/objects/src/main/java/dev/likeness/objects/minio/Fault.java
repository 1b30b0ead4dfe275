package dev.likeness.objects.minio;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStoreException;
import dev.likeness.objects.StoreUnavailable;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A client's exception in our words.
 *
 * @param passing whether the same call may well succeed a moment later
 */
record Fault(ObjectStoreException error, boolean passing) {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchVersion", "NoSuchUpload");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int NOT_IMPLEMENTED = 501;

    static Fault of(Throwable thrown, Bucket bucket) {
        Throwable cause = rootOf(thrown);
        return switch (cause) {
            case ErrorResponseException e -> answered(e, bucket);
            case ServerException e -> new Fault(new StoreUnavailable("HTTP " + e.statusCode()), true);
            case IOException e -> new Fault(new StoreUnavailable(e.getClass().getSimpleName()), true);
            case MinioException e -> new Fault(new StoreUnavailable(e.getClass().getSimpleName()), true);
            case ObjectStoreException e -> new Fault(e, false);
            default -> new Fault(new StoreUnavailable(cause.getClass().getSimpleName()), false);
        };
    }

    private static Fault answered(ErrorResponseException e, Bucket bucket) {
        String code = e.errorResponse().code();
        if (code != null && MISSING.contains(code)) {
            return new Fault(new ObjectMissing(bucket), false);
        }
        int status = e.response().code();
        boolean passing = status >= 500 && status != NOT_IMPLEMENTED || status == TOO_MANY_REQUESTS
                || status == REQUEST_TIMEOUT;
        return new Fault(new StoreUnavailable(code == null ? "HTTP " + status : code), passing);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable current = thrown;
        @Nullable
        Throwable cause = current.getCause();
        while ((current instanceof ExecutionException || current instanceof CompletionException) && cause != null) {
            current = cause;
            cause = current.getCause();
        }
        // The client wraps what the network said; it says more than the wrapping.
        return current.getClass() == MinioException.class && cause instanceof IOException ? cause : current;
    }
}
