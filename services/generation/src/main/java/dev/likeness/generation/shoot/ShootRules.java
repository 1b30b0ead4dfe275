package dev.likeness.generation.shoot;

import dev.likeness.generation.shoot.Decision.Effect;
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

    public static Decision decide(Shoot shoot, Input input, Terms terms, Instant now) {
        return switch (input) {
            case Input.Requested requested -> request(shoot, requested, now);
            case Input.Canceled _ -> shoot instanceof Shoot.Open open ? cancel(open, terms, now) : unchanged(shoot);
            case Input.OfTake ofTake -> switch (shoot) {
                case Shoot.Unheard _,Shoot.Closed _ -> unchanged(shoot);
                case Shoot.Open open -> move(open, ofTake, terms, now);
            };
        };
    }

    private static Decision request(Shoot shoot, Input.Requested input, Instant now) {
        if (!(shoot instanceof Shoot.Unheard)) {
            return unchanged(shoot);
        }
        List<Take> takes = new ArrayList<>();
        for (int left = input.outputs(); left > 0; left -= OUTPUTS_PER_TAKE) {
            takes.add(new Take.Planned(takes.size(), Math.min(left, OUTPUTS_PER_TAKE), 0));
        }
        Asked asked = new Asked(input.outputs(), input.testShoot());
        return new Decision(new Shoot.Open(shoot.id(), now, asked, false, takes),
                List.of(new Effect.AnnounceRequest(shoot.id())));
    }

    private static Decision cancel(Shoot.Open open, Terms terms, Instant now) {
        return settled(new Shoot.Open(open.id(), open.requestedAt(), open.asked(), true, open.takes()), terms, now);
    }

    private static Decision move(Shoot.Open open, Input.OfTake input, Terms terms, Instant now) {
        List<Take> takes = open.takes()
                .stream()
                .map(take -> take.index() == input.take() ? TakeRules.decide(take, input, terms.grace(), now) : take)
                .toList();
        return settled(new Shoot.Open(open.id(), open.requestedAt(), open.asked(), open.canceled(), takes), terms, now);
    }

    private static Decision settled(Shoot.Open open, Terms terms, Instant now) {
        List<Take> takes = open.canceled()
                ? open.takes().stream().map(ShootRules::unlessUnsent).toList()
                : open.takes();
        Shoot.Open next = new Shoot.Open(open.id(), open.requestedAt(), open.asked(), open.canceled(), takes);
        if (!takes.stream().allMatch(Take::ended)) {
            return unchanged(next);
        }
        int again = replacements(next, terms);
        return again > 0 ? replace(next, again) : close(next, now);
    }

    // What the provider may have is asked about first: only a take that certainly was not sent ends at once.
    private static Take unlessUnsent(Take take) {
        return take instanceof Take.Planned planned
                ? new Take.Missed(planned.index(), planned.outputs(), FailureReason.CANCELED)
                : take;
    }

    // Once a shoot, and by one prediction: who pays for portraits again and again pays for a model that is not them.
    private static int replacements(Shoot.Open open, Terms terms) {
        boolean replaced = open.takes().size() > open.asked().takes();
        if (replaced || open.canceled() || open.asked().testShoot()) {
            return 0;
        }
        long heldBack = open.portraits().stream().filter(portrait -> portrait.likeness().heldBack()).count();
        return (int) Math.min(Math.min(heldBack, terms.replacements()), OUTPUTS_PER_TAKE);
    }

    private static Decision replace(Shoot.Open open, int outputs) {
        List<Take> takes = new ArrayList<>(open.takes());
        takes.add(new Take.Planned(takes.size(), outputs, 0));
        return new Decision(new Shoot.Open(open.id(), open.requestedAt(), open.asked(), false, takes),
                List.of(new Effect.BeginTake(open.id(), takes.size() - 1)));
    }

    private static Decision close(Shoot.Open open, Instant now) {
        Shoot.Closed ended = new Shoot.Closed(open.id(), now, open.asked(), open.takes(), Optional.empty());
        if (!ended.portraits().isEmpty()) {
            return new Decision(ended, List.of(new Effect.AnnouncePortraits(open.id(), ended.portraits(), now)));
        }
        FailureReason reason = ended.shortfall().orElse(FailureReason.PROVIDER_FAILED);
        return new Decision(new Shoot.Closed(open.id(), now, open.asked(), open.takes(), Optional.of(reason)),
                List.of(new Effect.AnnounceFailure(open.id(), reason, now)));
    }

    private static Decision unchanged(Shoot shoot) {
        return new Decision(shoot, List.of());
    }
}
