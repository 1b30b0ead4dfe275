package dev.likeness.generation.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.likeness.generation.Commission;
import dev.likeness.generation.Model;
import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.DerivedId;
import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The shoot that follows a training, so that the person sees what the model makes of them before
 * they ask for anything.
 */
@Component
class TestShoot {

    // Plain on purpose: what is not alike here is not alike because of the model.
    private static final String SCENE = "head and shoulders, facing the camera, plain light grey background, "
            + "soft daylight from the front, neutral expression";

    private final Shoots shoots;
    private final MoveShoot moveShoot;
    private final Clock clock;

    TestShoot(Shoots shoots, MoveShoot moveShoot, Clock clock) {
        this.shoots = shoots;
        this.moveShoot = moveShoot;
        this.clock = clock;
    }

    /** Of one training there is one test shoot, however often it is heard of. */
    static ShootId of(String trainingId) {
        return new ShootId(DerivedId.of(UUID.nameUUIDFromBytes(trainingId.getBytes(UTF_8)), "test-shoot"));
    }

    /** In the surrounding transaction. */
    Mono<Void> begin(Person person, Model model) {
        if (!(Parameters.check(Parameters.Wish.nothingSpecial()) instanceof Parameters.Checked.Fit(var usual))
                || !(PromptText.of(TriggerWord.of(person.userId()),
                        SCENE) instanceof PromptText.Cleaned.Fit(var prompt))) {
            return Mono.error(new IllegalStateException("The test shoot's own scene is refused"));
        }
        Commission commission = new Commission(of(model.trainingId()), model.trainingId(), model.version(), prompt,
                usual, clock.instant(), true);
        return shoots.file(person, commission)
                .then(Mono.defer(() -> moveShoot.handle(person, commission.id(),
                        new Input.Requested(usual.outputs(), true))))
                .then();
    }
}
