package dev.likeness.validation.judging;

/** A photo of a set, by the id that its upload gave it. */
public record PhotoId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
