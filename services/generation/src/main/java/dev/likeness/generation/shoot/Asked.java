package dev.likeness.generation.shoot;

/**
 * What a shoot is held against.
 *
 * @param outputs portraits wanted, 1 to 16
 * @param testShoot whether nobody asked for it: what it shows of a model is judged as it is, so
 * nothing is replaced
 */
public record Asked(int outputs, boolean testShoot) {

    /** Takes that are needed for it, before any is replaced. */
    int takes() {
        return (outputs + ShootRules.OUTPUTS_PER_TAKE - 1) / ShootRules.OUTPUTS_PER_TAKE;
    }
}
