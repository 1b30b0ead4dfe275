package dev.likeness.training.run;

import java.util.Optional;

/**
 * An attempt with its photos packed: what only it uses, so that it is known again among the
 * provider's trainings.
 *
 * @param attempt from 1
 * @param zip name of the ZIP in its bucket
 * @param file the provider's id of its copy of the ZIP, where it is delivered through the
 * provider's own store
 */
public record Ready(int attempt, String zip, Optional<String> file) {

    Ready with(String fileId) {
        return new Ready(attempt, zip, Optional.of(fileId));
    }
}
