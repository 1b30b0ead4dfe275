package dev.likeness.gallery.developing;

import dev.likeness.gallery.KnownFiles;
import dev.likeness.gallery.PortraitFile;
import dev.likeness.gallery.PortraitFiles;
import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.person.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class DevelopedFiles implements PortraitFiles {

    private final KnownFiles known;
    private final Development development;

    DevelopedFiles(KnownFiles known, Development development) {
        this.known = known;
        this.development = development;
    }

    @Override
    public Mono<List<PortraitFile>> of(UserId userId, List<Portrait.Kept> portraits) {
        return known.of(userId, portraits.stream().map(Portrait::id).toList())
                .flatMap(measured -> Flux.fromIterable(portraits)
                        .concatMap(portrait -> {
                            MarkedFile file = measured.get(portrait.id());
                            return (file == null ? measure(userId, portrait) : Mono.just(file))
                                    .map(marked -> new PortraitFile(portrait, marked));
                        })
                        .collectList());
    }

    private Mono<MarkedFile> measure(UserId userId, Portrait.Kept portrait) {
        return development.of(userId, portrait).map(Developed::file);
    }
}
