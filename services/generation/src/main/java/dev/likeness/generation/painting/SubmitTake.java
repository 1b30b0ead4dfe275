package dev.likeness.generation.painting;

import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Settings;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.provider.Painter;
import dev.likeness.generation.provider.Painter.Answer;
import dev.likeness.generation.provider.Painter.Marker;
import dev.likeness.generation.shoot.Attempt;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Seeds;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.Take;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.messaging.WorkHandler.Next;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The paid call. The attempt is committed before the request is sent and the prediction's id after
 * it; whatever happens in between, the provider's own list says whether it was taken, and until
 * that is known nothing is sent again.
 */
@Component
class SubmitTake {

    private static final Logger log = LoggerFactory.getLogger(SubmitTake.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final Painter painter;
    private final Shoots shoots;
    private final MoveShoot moveShoot;
    private final Settings settings;
    private final DrawnSeeds seeds;

    SubmitTake(Painter painter, Shoots shoots, MoveShoot moveShoot, Settings settings, DrawnSeeds seeds) {
        this.painter = painter;
        this.shoots = shoots;
        this.moveShoot = moveShoot;
        this.settings = settings;
        this.seeds = seeds;
    }

    Mono<Next> attempt(Sitting sitting, Take.Planned take) {
        return Causation.current().flatMap(causation -> {
            if (!causation.maySpend()) {
                log.warn("Generation {} has no permission to spend", sitting.shoot());
                return WorkHandler.done();
            }
            long drawn = seeds.draw();
            long seed = Seeds.of(sitting.commission().parameters().seed(), take.index(), drawn);
            return commit(sitting, new Input.Attempted(take.index(), seed))
                    .flatMap(shoot -> shoot.take(take.index()).orElseThrow() instanceof Take.Intended intended
                            ? send(sitting, intended)
                            : WorkHandler.again(Duration.ZERO));
        });
    }

    /**
     * A run that finds an attempt under way did not make it: the one that did is gone, and its answer
     * with it.
     */
    Mono<Next> lost(Sitting sitting) {
        return commit(sitting, new Input.AnswerLost(sitting.take())).then(WorkHandler.again(Duration.ZERO));
    }

    Mono<Next> settle(Sitting sitting, Take.Unsettled take) {
        return painter.find(marker(sitting, take.attempt()))
                .flatMap(listing -> sitting.lease()
                        .commit(() -> shoots
                                .unclaimed(listing.matches(), sitting.shoot(), take.index())
                                .flatMap(free -> moveShoot.handle(sitting.person(), sitting.shoot(),
                                        new Input.Searched(take.index(), listing.complete(), first(free))))))
                .flatMap(shoot -> afterSearch(sitting, shoot));
    }

    private Mono<Next> afterSearch(Sitting sitting, Shoot shoot) {
        return switch (shoot.take(sitting.take()).orElseThrow()) {
            case Take.Unsettled _ -> sitting.overdue()
                    ? commit(sitting, new Input.GivenUp(sitting.take())).then(WorkHandler.done())
                    : WorkHandler.again(settings.shoot().settlePause());
            case Take.Planned _,Take.Intended _,Take.Submitted _,Take.Copying _ ->
                WorkHandler.again(Duration.ZERO);
            case Take.Delivered _,Take.Missed _ -> WorkHandler.done();
        };
    }

    private Mono<Next> send(Sitting sitting, Take.Intended take) {
        var order = new Painter.Order(sitting.commission().model(), sitting.commission().prompt(),
                sitting.commission().parameters(), take.outputs(), take.attempt().seed());
        return painter.predict(order).flatMap(answer -> switch (answer) {
            case Answer.Accepted(String id) -> accepted(sitting, id).then(WorkHandler.again(FIRST_LOOK));
            case Answer.Refused(var reason) ->
                commit(sitting, new Input.Refused(take.index(), reason)).then(WorkHandler.done());
            case Answer.NotNow(Duration after) ->
                commit(sitting, new Input.Postponed(take.index())).then(WorkHandler.again(after));
            case Answer.Lost() ->
                commit(sitting, new Input.AnswerLost(take.index())).then(WorkHandler.again(FIRST_LOOK));
        });
    }

    // Where two requests have the same seed, the other one may have adopted this prediction while settling.
    private Mono<Shoot> accepted(Sitting sitting, String predictionId) {
        return sitting.lease()
                .commit(() -> shoots.unclaimed(List.of(predictionId), sitting.shoot(), sitting.take())
                        .flatMap(free -> moveShoot.handle(sitting.person(), sitting.shoot(), free.isEmpty()
                                ? new Input.AnswerLost(sitting.take())
                                : new Input.Accepted(sitting.take(), predictionId))));
    }

    // A seed drawn for one attempt marks it alone; one that the person chose may have been used before.
    private static Marker marker(Sitting sitting, Attempt attempt) {
        Optional<PromptText> prompt = sitting.commission().parameters().seed().isPresent()
                ? Optional.of(sitting.commission().prompt())
                : Optional.empty();
        return new Marker(sitting.commission().model(), attempt.seed(), prompt, attempt.intendedAt());
    }

    private static Optional<String> first(List<String> ids) {
        return ids.stream().findFirst();
    }

    private Mono<Shoot> commit(Sitting sitting, Input input) {
        return sitting.lease().commit(() -> moveShoot.handle(sitting.person(), sitting.shoot(), input));
    }
}
