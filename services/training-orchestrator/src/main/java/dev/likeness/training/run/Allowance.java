package dev.likeness.training.run;

/**
 * What may still be spent today, in millionths of a US dollar; below zero where more was spent than
 * was meant to be.
 *
 * @param ofPerson on trainings of the one person
 * @param ofAll on all trainings
 */
public record Allowance(long ofPerson, long ofAll) {

    /** No estimate is free: with nothing left, nothing is covered. */
    public boolean covers(long micros) {
        return ofPerson > 0 && ofAll > 0 && micros <= ofPerson && micros <= ofAll;
    }
}
