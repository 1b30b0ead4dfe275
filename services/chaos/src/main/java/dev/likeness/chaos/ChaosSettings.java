package dev.likeness.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * @param seed of the schedule
 * @param jobs trainings that are asked for while the strikes fall; a few more where a crash needs
 * one to happen at
 * @param rounds how often everything strikes
 * @param training how long one takes at the provider
 * @param outage how long the provider is away in the middle of ten trainings
 */
record ChaosSettings(long seed, int jobs, int rounds, Duration training, Duration outage, Path directory) {

    private static final int JOBS = 26;
    private static final int JOBS_OF_A_ROUND = 250;

    /** Of system properties {@code likeness.chaos.*}; without any, the short run. */
    static ChaosSettings of(Properties given) {
        int jobs = Integer.parseInt(given.getProperty("likeness.chaos.jobs", Integer.toString(JOBS)));
        String rounds = given.getProperty("likeness.chaos.rounds",
                Integer.toString((jobs + JOBS_OF_A_ROUND - 1) / JOBS_OF_A_ROUND));
        return new ChaosSettings(Long.parseLong(given.getProperty("likeness.chaos.seed", "1")), jobs,
                Integer.parseInt(rounds), duration(given, "training", "PT3S"), duration(given, "outage", "PT4S"),
                Path.of(given.getProperty("likeness.chaos.directory", "target/chaos")).toAbsolutePath());
    }

    boolean isLong() {
        return jobs >= 1000;
    }

    /** What a person types to have the same again. */
    String command() {
        return "mvn -pl services/chaos verify -Dtest=ChaosTests -Dlikeness.chaos.seed=" + seed
                + " -Dlikeness.chaos.jobs=" + jobs
                + " -Dlikeness.chaos.rounds=" + rounds + " -Dlikeness.chaos.training=" + training
                + " -Dlikeness.chaos.outage=" + outage;
    }

    private static Duration duration(Properties given, String name, String otherwise) {
        return Duration.parse(given.getProperty("likeness.chaos." + name, otherwise));
    }
}
