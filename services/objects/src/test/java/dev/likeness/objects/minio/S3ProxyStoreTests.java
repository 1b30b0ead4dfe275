package dev.likeness.objects.minio;

import dev.likeness.embedded.EmbeddedParts;
import java.net.URI;

/** The embedded store: S3Proxy on a directory. */
class S3ProxyStoreTests extends S3StoreContract {

    @Override
    URI endpoint() {
        return EmbeddedParts.shared().store().endpoint();
    }

    @Override
    String accessKey() {
        return EmbeddedParts.shared().store().accessKey();
    }

    @Override
    String secretKey() {
        return EmbeddedParts.shared().store().secretKey();
    }
}
