package dev.likeness.access.tokens;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** A key pair in two files of a directory. */
final class KeyFiles {

    // Files are locked per process, so threads of this one need a lock of their own.
    private static final Object THREADS = new Object();

    private final Path directory;
    private final Path privateKey;
    private final Path publicKey;

    KeyFiles(Path directory) {
        this.directory = directory;
        this.privateKey = directory.resolve("private.jwk");
        this.publicKey = directory.resolve("public.jwk");
    }

    ECKey loadOrCreate() {
        synchronized (THREADS) {
            try {
                Files.createDirectories(directory);
                try (var lock = FileChannel.open(directory.resolve("keys.lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
                    lock.lock();
                    return locked();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("The keys in " + directory + " can't be read or made", failure);
            }
        }
    }

    private ECKey locked() throws IOException {
        if (Files.notExists(privateKey)) {
            write(privateKey, TokenSigner.newKey().toJSONString(), true);
        }
        ECKey key = read();
        String shown = key.toPublicJWK().toJSONString();
        if (Files.notExists(publicKey) || !shown.equals(Files.readString(publicKey))) {
            write(publicKey, shown, false);
        }
        return key;
    }

    private ECKey read() throws IOException {
        try {
            ECKey key = ECKey.parse(Files.readString(privateKey));
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException | IllegalArgumentException unreadable) {
            // Said below, without the cause: its message may quote the key.
        }
        throw new IllegalStateException(privateKey + " holds no private EC key. Delete it to have a new one made;"
                + " tokens issued before are then refused.");
    }

    // Complete or absent, also after a crash.
    private void write(Path target, String text, boolean secret) throws IOException {
        Path temporary = directory.resolve(target.getFileName() + "." + UUID.randomUUID() + ".new");
        Files.createFile(temporary, attributes(secret));
        Files.writeString(temporary, text);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes(boolean secret) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!posix) {
            return new FileAttribute<?>[0];
        }
        String rights = secret ? "rw-------" : "rw-r--r--";
        return new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
