package dev.likeness.sandbox.files;

import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.StoredFiles;
import org.springframework.stereotype.Component;

/** Deletes the files whose time is over. */
@Component
class FileExpiry implements Ticking {

    private final StoredFiles files;

    FileExpiry(StoredFiles files) {
        this.files = files;
    }

    @Override
    public void tick() {
        files.removeExpired();
    }
}
