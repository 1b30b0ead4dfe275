package dev.likeness.gallery.store;

import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Likeness;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.gallery.portrait.Recipe;
import io.r2dbc.spi.Parameter;
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

    static Portrait.Kept kept(Readable row) {
        Portrait.Present present = present(row);
        Instant trashedAt = row.get("trashed_at", Instant.class);
        return trashedAt == null ? present : new Portrait.Trashed(present, trashedAt, time(row, "trash_until"));
    }

    private static Portrait.Present present(Readable row) {
        PortraitId id = new PortraitId(text(row, "portrait_id"));
        Instant savedAt = row.get("saved_at", Instant.class);
        boolean favourite = flag(row, "favourite");
        return savedAt == null
                ? new Portrait.Preview(id, details(row), favourite)
                : new Portrait.Saved(id, details(row), favourite, savedAt);
    }

    static Portrait deleted(Readable row) {
        return new Portrait.Deleted(new PortraitId(text(row, "portrait_id")), text(row, "generation_id"),
                flag(row, "expired"), time(row, "deleted_at"));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec insert, Details details) {
        return likeness(recipe(image(insert, details.image()), details.recipe()), details.likeness())
                .bind("generationId", details.generationId())
                .bind("place", details.place())
                .bind("testShoot", details.testShoot())
                .bind("createdAt", details.times().createdAt())
                .bind("expiresAt", details.times().expiresAt())
                .bind("removeAt", details.times().removeAt());
    }

    private static GenericExecuteSpec image(GenericExecuteSpec insert, Details.Image image) {
        return insert.bind("previewKey", image.previewKey())
                .bind("galleryKey", image.galleryKey())
                .bind("contentType", image.contentType())
                .bind("width", image.width())
                .bind("height", image.height())
                .bind("size", image.size());
    }

    private static GenericExecuteSpec recipe(GenericExecuteSpec insert, Recipe recipe) {
        return insert.bind("seed", recipe.seed())
                .bind("modelVersion", recipe.modelVersion())
                .bind("aspectRatio", recipe.aspectRatio())
                .bind("steps", recipe.steps())
                .bind("guidanceScale", recipe.guidanceScale())
                .bind("loraScale", recipe.loraScale());
    }

    private static GenericExecuteSpec likeness(GenericExecuteSpec insert, Likeness likeness) {
        return insert.bind("likeness", Parameters.in(R2dbcType.DOUBLE, likeness.score()))
                .bind("likenessBand", likeness.band().name())
                .bind("likenessPercentile", Parameters.in(R2dbcType.DOUBLE, likeness.percentile()))
                .bind("heldBack", likeness.heldBack())
                .bind("copiesPhoto", likeness.copiesPhoto());
    }

    /** What changes in a portrait's life. */
    static GenericExecuteSpec bindState(GenericExecuteSpec update, Portrait.Kept portrait) {
        Portrait.Trashed trashed = portrait instanceof Portrait.Trashed inTrash ? inTrash : null;
        return update.bind("savedAt", time(savedAt(portrait)))
                .bind("favourite", portrait.favourite())
                .bind("trashedAt", time(trashed == null ? null : trashed.trashedAt()))
                .bind("trashUntil", time(trashed == null ? null : trashed.until()));
    }

    private static @Nullable Instant savedAt(Portrait.Kept portrait) {
        return switch (portrait) {
            case Portrait.Preview _ -> null;
            case Portrait.Saved saved -> saved.savedAt();
            case Portrait.Trashed trashed -> savedAt(trashed.before());
        };
    }

    private static Parameter time(@Nullable Instant time) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, time);
    }

    private static Details details(Readable row) {
        var image = new Details.Image(text(row, "preview_key"), text(row, "gallery_key"), text(row, "content_type"),
                number(row, "width"), number(row, "height"), required(row.get("size", Long.class)),
                row.get("placeholder", String.class));
        var recipe = new Recipe(required(row.get("seed", Long.class)), text(row, "model_version"),
                text(row, "aspect_ratio"), number(row, "steps"), required(row.get("guidance_scale", Double.class)),
                required(row.get("lora_scale", Double.class)));
        var times = new Details.Times(time(row, "created_at"), time(row, "expires_at"), time(row, "remove_at"));
        return new Details(text(row, "generation_id"), image, recipe, likeness(row), number(row, "place"),
                flag(row, "test_shoot"), times);
    }

    private static Likeness likeness(Readable row) {
        return new Likeness(row.get("likeness", Double.class), Likeness.Band.valueOf(text(row, "likeness_band")),
                row.get("likeness_percentile", Double.class), flag(row, "held_back"), flag(row, "copies_photo"));
    }

    private static boolean flag(Readable row, String column) {
        return required(row.get(column, Boolean.class));
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
