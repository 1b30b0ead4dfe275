/**
 * The store by S3's protocol, through MinIO's client: MinIO itself, S3Proxy on a file system, or
 * any other S3. Calls block virtual threads; nothing of the client gets out.
 */
@NullMarked
package dev.likeness.objects.minio;

import org.jspecify.annotations.NullMarked;
