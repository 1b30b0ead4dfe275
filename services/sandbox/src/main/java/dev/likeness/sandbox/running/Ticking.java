package dev.likeness.sandbox.running;

/**
 * Something that time alone moves on. Called about ten times a second from one thread; must not
 * block for long.
 */
public interface Ticking {

    void tick();
}
