package dev.likeness.generation.store;

import dev.likeness.generation.likeness.Band;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.generation.shoot.Frame;
import dev.likeness.generation.shoot.Portrait;
import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.UUID;

/** @param portrait once it has been copied */
record PreviewRow(UUID shoot, int take, Frame frame, Optional<Portrait> portrait) {

    static PreviewRow read(Readable row) {
        Frame frame = new Frame(Columns.required(row, "output_index", Integer.class),
                Columns.required(row, "portrait_id", UUID.class), Columns.required(row, "object_key", String.class));
        Optional<Portrait> portrait = Columns.optional(row, "size", Long.class)
                .map(size -> new Portrait(frame, Columns.required(row, "content_type", String.class),
                        Columns.required(row, "width", Integer.class), Columns.required(row, "height", Integer.class),
                        size, Columns.required(row, "seed", Long.class), likeness(row)));
        return new PreviewRow(Columns.required(row, "generation_id", UUID.class),
                Columns.required(row, "take_index", Integer.class), frame, portrait);
    }

    private static Likeness likeness(Readable row) {
        Optional<Likeness.Figures> figures = Columns.optional(row, "score", Double.class)
                .map(score -> new Likeness.Figures(score, Columns.required(row, "percentile", Double.class)));
        Band band = Columns.optional(row, "band", String.class).map(Band::valueOf).orElse(Band.NOT_MEASURED);
        Unmeasured otherwise = Columns.optional(row, "unmeasured", String.class)
                .map(Unmeasured::valueOf)
                .orElse(Unmeasured.NOT_LOOKED_AT);
        return new Likeness(band, figures, figures.isPresent() ? Optional.empty() : Optional.of(otherwise),
                Columns.required(row, "copies_photo", Boolean.class));
    }
}
