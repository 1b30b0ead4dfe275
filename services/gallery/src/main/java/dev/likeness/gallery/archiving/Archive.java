package dev.likeness.gallery.archiving;

import dev.likeness.gallery.Pictures;
import dev.likeness.gallery.PortraitFile;
import dev.likeness.gallery.zip.ZipLayout;
import dev.likeness.gallery.zip.ZipLayout.Part;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ZIP that is known to its last byte and nowhere kept. */
public final class Archive {

    private final List<PortraitFile> files;
    private final Pictures pictures;
    private final ZipLayout layout;

    Archive(List<PortraitFile> files, Pictures pictures) {
        this.files = List.copyOf(files);
        this.pictures = pictures;
        this.layout = ZipLayout.of(files.stream().map(Archive::entry).toList());
    }

    private static ZipLayout.Entry entry(PortraitFile file) {
        return new ZipLayout.Entry(file.name(), file.portrait().details().times().createdAt(), file.marked().crc(),
                file.marked().length());
    }

    /** Bytes in all. */
    public long length() {
        return layout.length();
    }

    /** The same selection with the same content has the same tag; 32 hexadecimal digits. */
    public String tag() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(layout.directory());
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first file of a stretch, where the store has lost it: told before the stretch is begun. */
    public Mono<PortraitFile> missing(long from, long to) {
        Optional<PortraitFile> first = layout.between(from, to)
                .stream()
                .flatMap(part -> part instanceof Part.Content(var entry, _, _)
                        ? Optional.of(files.get(entry)).stream()
                        : Optional.<PortraitFile>empty().stream())
                .findFirst();
        return Mono.justOrEmpty(first).filterWhen(file -> pictures.isThere(file).map(there -> !there));
    }

    /** One picture after the other, each opened when the one before has been taken. */
    public Flux<DataBuffer> content(long from, long to) {
        return Flux.fromIterable(layout.between(from, to)).concatMap(part -> switch (part) {
            case Part.Own(var bytes, var begin, var end) -> Flux.defer(
                    () -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes).slice(begin, end - begin)));
            case Part.Content(var entry, var begin, var end) -> pictures.content(files.get(entry), begin, end);
        }, 1);
    }
}
