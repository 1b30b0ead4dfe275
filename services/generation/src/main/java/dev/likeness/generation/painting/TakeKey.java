package dev.likeness.generation.painting;

import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.shoot.ShootId;
import java.util.UUID;

/** Which take a piece of work is about. */
record TakeKey(ShootId shoot, int take) {

    static TakeKey parse(String text) {
        int colon = text.lastIndexOf(':');
        return new TakeKey(new ShootId(UUID.fromString(text.substring(0, colon))),
                Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return MoveShoot.takeKey(shoot, take);
    }
}
