package dev.likeness.bench.upload;

/**
 * Memory of the service at one moment, in bytes.
 *
 * @param second since sampling began
 * @param netty direct memory of its network buffers
 * @param resident all of the process
 * @param spooled in files that have no name any more
 */
record Sample(double second, long heap, long netty, long resident, long spooled) {}
