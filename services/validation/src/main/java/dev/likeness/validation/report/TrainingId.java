package dev.likeness.validation.report;

import java.util.UUID;

public record TrainingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
