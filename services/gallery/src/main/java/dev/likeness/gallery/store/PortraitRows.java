package dev.likeness.gallery.store;

import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** How a portrait reads as a row, and back. */
final class PortraitRows {

    private PortraitRows() {}

    static Portrait.Present present(Readable row) {
        PortraitId id = new PortraitId(text(row, "portrait_id"));
        Instant savedAt = row.get("saved_at", Instant.class);
        return savedAt == null ? new Portrait.Preview(id, details(row)) : new Portrait.Saved(id, details(row), savedAt);
    }

    static Portrait deleted(Readable row) {
        return new Portrait.Deleted(new PortraitId(text(row, "portrait_id")), text(row, "generation_id"),
                required(row.get("expired", Boolean.class)), time(row, "deleted_at"));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec insert, Details details) {
        return insert.bind("generationId", details.generationId())
                .bind("modelVersion", details.modelVersion())
                .bind("previewKey", details.image().previewKey())
                .bind("galleryKey", details.image().galleryKey())
                .bind("contentType", details.image().contentType())
                .bind("width", details.image().width())
                .bind("height", details.image().height())
                .bind("size", details.image().size())
                .bind("seed", details.seed())
                .bind("place", details.place())
                .bind("likeness", Parameters.in(R2dbcType.DOUBLE, details.likeness()))
                .bind("createdAt", details.times().createdAt())
                .bind("expiresAt", details.times().expiresAt())
                .bind("removeAt", details.times().removeAt());
    }

    private static Details details(Readable row) {
        var image = new Details.Image(text(row, "preview_key"), text(row, "gallery_key"), text(row, "content_type"),
                number(row, "width"), number(row, "height"), required(row.get("size", Long.class)));
        var times = new Details.Times(time(row, "created_at"), time(row, "expires_at"), time(row, "remove_at"));
        return new Details(text(row, "generation_id"), text(row, "model_version"), image,
                required(row.get("seed", Long.class)), number(row, "place"), row.get("likeness", Double.class), times);
    }

    private static String text(Readable row, String column) {
        return required(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        return required(row.get(column, Integer.class));
    }

    private static Instant time(Readable row, String column) {
        return required(row.get(column, Instant.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
