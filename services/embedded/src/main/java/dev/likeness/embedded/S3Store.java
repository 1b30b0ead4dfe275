package dev.likeness.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 store (S3Proxy) on a directory: a bucket is a directory, an object a file whose content
 * type and metadata are extended attributes, so the file system must have those (tmpfs before Linux
 * 6.6 has not). It has no lifecycle rules. Objects are written aside and renamed, never seen
 * half-written.
 */
public final class S3Store implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S3Store.class);
    private static final long STOP_MILLIS = 500;
    /** A thread for each request, however slowly its body comes: more than upload sends at one time. */
    private static final int MOST_THREADS = 400;

    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private final S3Proxy proxy;

    private S3Store(URI endpoint, String accessKey, String secretKey, S3Proxy proxy) {
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.proxy = proxy;
    }

    public static S3Store start(Path directory, int port, String accessKey, String secretKey) {
        FreePorts.requireFree(port, "the object store");
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            OwnerOnly.directory(directory);
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                    .endpoint(endpoint)
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                    .ignoreUnknownHeaders(true)
                    .jettyMaxThreads(MOST_THREADS)
                    .stopTimeout(STOP_MILLIS)
                    .build();
            proxy.start();
            return new S3Store(endpoint, accessKey, secretKey, proxy);
        } catch (IOException e) {
            throw new PartUnavailable("The object store can't use " + directory + ": " + e.getMessage()
                    + ". Check that it is writable and that the disk isn't full.", e);
        } catch (Exception e) {
            throw new PartUnavailable("The object store didn't start: " + e.getMessage() + ".", e);
        }
    }

    /** {@code http://127.0.0.1:PORT}; buckets are addressed by path. */
    public URI endpoint() {
        return endpoint;
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    /** Lets running transfers end for up to half a second. Repeatable. */
    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (TimeoutException e) {
            // A client kept its connection open; it is closed all the same.
            log.debug("the object store was stopped with a client still connected", e);
        } catch (Exception e) {
            throw new PartUnavailable("The object store didn't stop cleanly: " + e.getMessage() + ".", e);
        }
    }
}
