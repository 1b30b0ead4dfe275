package dev.likeness.bench.upload;

/**
 * One turn of each.
 *
 * @param direct megabytes a second straight to the store
 * @param through megabytes a second through the service
 * @param cpuSecondsPerGigabyte of the service
 */
record Round(double direct, double through, double cpuSecondsPerGigabyte) {

    double ratio() {
        return through / direct;
    }
}
