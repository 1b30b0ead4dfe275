package dev.likeness.person;

/** A person in one epoch: what every row, object and event of theirs carries. */
public record Person(UserId userId, Epoch epoch, Space space) {}
