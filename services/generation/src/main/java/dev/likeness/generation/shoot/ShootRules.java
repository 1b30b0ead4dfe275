package dev.likeness.generation.shoot;

import dev.likeness.generation.shoot.Decision.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All rules of a shoot. Total: whatever arrives again, late or out of order changes nothing. A
 * prediction is paid for once it is accepted, so a take is sent again only when it is certain that
 * its last attempt was not.
 */
public final class ShootRules {

    /** Most outputs of one prediction. */
    public static final int OUTPUTS_PER_TAKE = 4;

    /** Most attempts of one take. */
    public static final int MAX_ATTEMPTS = 3;

    private ShootRules() {}

    /**
     * @param grace how long a request may take to show in the provider's list after its answer was lost
     */
    public static Decision decide(Shoot shoot, Input input, Duration grace, Instant now) {
        return switch (input) {
            case Input.Requested(int outputs) -> request(shoot, outputs, now);
            case Input.OfTake ofTake -> switch (shoot) {
                case Shoot.Unheard _,Shoot.Closed _ -> unchanged(shoot);
                case Shoot.Open open -> move(open, ofTake, grace, now);
            };
        };
    }

    private static Decision request(Shoot shoot, int outputs, Instant now) {
        if (!(shoot instanceof Shoot.Unheard)) {
            return unchanged(shoot);
        }
        List<Take> takes = new ArrayList<>();
        for (int left = outputs; left > 0; left -= OUTPUTS_PER_TAKE) {
            takes.add(new Take.Planned(takes.size(), Math.min(left, OUTPUTS_PER_TAKE), 0));
        }
        return new Decision(new Shoot.Open(shoot.id(), now, takes), List.of(new Effect.AnnounceRequest(shoot.id())));
    }

    private static Decision move(Shoot.Open open, Input.OfTake input, Duration grace, Instant now) {
        List<Take> takes = open.takes()
                .stream()
                .map(take -> take.index() == input.take() ? TakeRules.decide(take, input, grace, now) : take)
                .toList();
        return takes.stream().allMatch(Take::ended)
                ? close(open.id(), takes, now)
                : unchanged(new Shoot.Open(open.id(), open.requestedAt(), takes));
    }

    private static Decision close(ShootId id, List<Take> takes, Instant now) {
        Shoot ended = new Shoot.Closed(id, now, takes, Optional.empty());
        if (!ended.portraits().isEmpty()) {
            return new Decision(ended, List.of(new Effect.AnnouncePortraits(id, ended.portraits(), now)));
        }
        FailureReason reason = ended.shortfall().orElse(FailureReason.PROVIDER_FAILED);
        return new Decision(new Shoot.Closed(id, now, takes, Optional.of(reason)),
                List.of(new Effect.AnnounceFailure(id, reason, now)));
    }

    private static Decision unchanged(Shoot shoot) {
        return new Decision(shoot, List.of());
    }
}
