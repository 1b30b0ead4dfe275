package dev.likeness.training.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds what may be absent, with its type, which the database has to know of a NULL too. */
final class Bindings {

    private Bindings() {}

    static GenericExecuteSpec text(GenericExecuteSpec spec, String name, Optional<String> value) {
        @Nullable
        String given = value.orElse(null);
        return spec.bind(name, Parameters.in(R2dbcType.VARCHAR, given));
    }

    static GenericExecuteSpec id(GenericExecuteSpec spec, String name, Optional<UUID> value) {
        @Nullable
        UUID given = value.orElse(null);
        return spec.bind(name, given == null ? Parameters.in(UUID.class) : Parameters.in(given));
    }

    static GenericExecuteSpec number(GenericExecuteSpec spec, String name, Optional<Integer> value) {
        @Nullable
        Integer given = value.orElse(null);
        return spec.bind(name, Parameters.in(R2dbcType.INTEGER, given));
    }

    static GenericExecuteSpec count(GenericExecuteSpec spec, String name, Optional<Long> value) {
        @Nullable
        Long given = value.orElse(null);
        return spec.bind(name, Parameters.in(R2dbcType.BIGINT, given));
    }

    static GenericExecuteSpec time(GenericExecuteSpec spec, String name, Optional<Instant> value) {
        java.time.@Nullable OffsetDateTime given = value.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        return spec.bind(name, Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, given));
    }
}
