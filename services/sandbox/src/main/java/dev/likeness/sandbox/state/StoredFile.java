package dev.likeness.sandbox.state;

import java.time.Instant;
import java.util.Map;

/** @param size bytes */
public record StoredFile(
        String id,
        long order,
        String name,
        String contentType,
        long size,
        String sha256,
        String md5,
        Map<String, Object> metadata,
        Instant createdAt,
        Instant expiresAt) {}
