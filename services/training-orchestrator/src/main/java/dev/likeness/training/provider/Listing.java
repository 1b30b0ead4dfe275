package dev.likeness.training.provider;

import java.util.List;
import java.util.Optional;

/**
 * Trainings at the provider.
 *
 * @param complete it goes back far enough, and every entry shows its images
 */
public record Listing(List<Entry> entries, boolean complete) {

    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * @param images the address it was given to read them from; empty where the provider does not show
     * it
     */
    public record Entry(String providerId, Optional<String> images) {}

    /**
     * The trainings that were given those images, oldest first: more than one only if a call came
     * twice.
     */
    public List<String> find(Marker marker) {
        return entries.stream()
                .filter(entry -> entry.images().map(marker::isIn).orElse(false))
                .map(Entry::providerId)
                .distinct()
                .toList()
                .reversed();
    }
}
