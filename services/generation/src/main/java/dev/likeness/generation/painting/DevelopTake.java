package dev.likeness.generation.painting;

import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.provider.Painter;
import dev.likeness.generation.provider.Painter.Look;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Frame;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Pace;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.Take;
import dev.likeness.messaging.DerivedId;
import dev.likeness.messaging.Lease.EpochOver;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.messaging.WorkHandler.Next;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits for a prediction and copies its outputs at once: the provider deletes them after an hour.
 */
@Component
class DevelopTake {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Painter painter;
    private final CopyOutput copyOutput;
    private final MeasurePortraits measurePortraits;
    private final MoveShoot moveShoot;

    DevelopTake(Painter painter, CopyOutput copyOutput, MeasurePortraits measurePortraits, MoveShoot moveShoot) {
        this.painter = painter;
        this.copyOutput = copyOutput;
        this.measurePortraits = measurePortraits;
        this.moveShoot = moveShoot;
    }

    Mono<Next> look(Sitting sitting, Take.Submitted take) {
        return painter.look(take.predictionId()).flatMap(look -> switch (look) {
            case Look.Running() -> running(sitting, take);
            case Look.Ended(FailureReason reason) ->
                commit(sitting, new Input.Broken(take.index(), reason)).then(WorkHandler.done());
            // Nobody wants them any more, so nothing of them is kept.
            case Look.Succeeded _ when sitting.canceled() ->
                commit(sitting, new Input.Broken(take.index(), FailureReason.CANCELED)).then(WorkHandler.done());
            case Look.Succeeded(List<URI> outputs) -> expose(sitting, take, outputs);
        });
    }

    // A cancellation that got lost is repeated at the next look, until the provider says that it has ended.
    private Mono<Next> running(Sitting sitting, Take.Submitted take) {
        if (sitting.overdue()) {
            return painter.cancel(take.predictionId())
                    .then(commit(sitting, new Input.GivenUp(take.index())))
                    .then(WorkHandler.done());
        }
        Mono<Void> stop = sitting.canceled() ? painter.cancel(take.predictionId()) : Mono.empty();
        return stop.then(WorkHandler.again(Pace.after(sitting.since(take.since()))));
    }

    /** After a restart: the same places as before, and what is already there is not fetched again. */
    Mono<Next> copyAgain(Sitting sitting, Take.Copying take) {
        return painter.look(take.predictionId())
                .map(look -> look instanceof Look.Succeeded(List<URI> outputs) ? outputs : List.<URI>of())
                .flatMap(outputs -> copy(sitting, take, outputs));
    }

    /** Deletes what may have been copied of a take that is given up. */
    Mono<Void> discard(Take take) {
        return take instanceof Take.Copying copying ? copyOutput.discard(copying.frames()) : Mono.empty();
    }

    // The places are committed before anything is put there, so that a crash leaves nothing that nobody knows of.
    private Mono<Next> expose(Sitting sitting, Take.Submitted take, List<URI> outputs) {
        List<Frame> frames = IntStream.range(0, Math.min(outputs.size(), take.outputs()))
                .mapToObj(output -> frame(sitting, take, output))
                .toList();
        return commit(sitting, new Input.Exposed(take.index(), frames))
                .flatMap(shoot -> shoot.take(take.index()).orElseThrow() instanceof Take.Copying copying
                        ? copy(sitting, copying, outputs)
                        : WorkHandler.again(Duration.ZERO));
    }

    private Mono<Next> copy(Sitting sitting, Take.Copying take, List<URI> outputs) {
        return Flux.fromIterable(take.frames()).concatMap(frame -> {
            Optional<URI> output = frame.output() < outputs.size()
                    ? Optional.of(outputs.get(frame.output()))
                    : Optional.empty();
            return copyOutput.run(frame, output, take.attempt().seed(), sitting.overdue());
        })
                .collectList()
                .flatMap(copies -> deliver(sitting, take, copies))
                .onErrorResume(EpochOver.class,
                        over -> copyOutput.discard(take.frames()).then(Mono.error(over)));
    }

    // What is copied is safe, so there is time to measure it before anybody is told.
    private Mono<Next> deliver(Sitting sitting, Take.Copying take, List<CopyOutput.Copy> copies) {
        List<Portrait> copied = copies.stream().flatMap(copy -> copy.portrait().stream()).toList();
        Optional<FailureReason> lost = copies.stream().flatMap(copy -> copy.lost().stream()).findFirst();
        return measurePortraits.run(sitting, take, copied)
                .flatMap(measured -> commit(sitting, new Input.Copied(take.index(), measured, lost)))
                .flatMap(_ -> WorkHandler.done())
                .switchIfEmpty(WorkHandler.again(LOOK_AGAIN));
    }

    private static Frame frame(Sitting sitting, Take.Submitted take, int output) {
        String purpose = "take-" + take.index() + "-attempt-" + take.attempt().number() + "-output-" + output;
        return new Frame(output, DerivedId.of(sitting.shoot().value(), purpose),
                ObjectKey.random(Bucket.PREVIEWS, sitting.person().space()).name());
    }

    private Mono<Shoot> commit(Sitting sitting, Input input) {
        return sitting.lease().commit(() -> moveShoot.handle(sitting.person(), sitting.shoot(), input));
    }
}
