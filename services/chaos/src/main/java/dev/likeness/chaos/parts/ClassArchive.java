package dev.likeness.chaos.parts;

import dev.likeness.training.TrainingOrchestrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orchestrator's classes as the JVM has them after loading. A run starts it dozens of times,
 * and most of a start is loading.
 */
final class ClassArchive {

    private static final Logger log = LoggerFactory.getLogger(ClassArchive.class);
    private static final Duration MAKING = Duration.ofSeconds(180);

    private ClassArchive() {}

    /**
     * Starts the orchestrator as far as all of it is made, and lets it end.
     *
     * @return the options of a JVM that uses the archive; none where it could not be made
     */
    static List<String> make(Path file, Map<String, String> settings, Path logFile) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Child child = Child.startOfJars(
                List.of("-Xmx384m", "-XX:ArchiveClassesAtExit=" + file, "-Dspring.context.exit=onRefresh"),
                TrainingOrchestrator.class.getName(), arguments, logFile);
        if (!child.endsWithin(MAKING) || !Files.exists(file)) {
            child.kill();
            log.warn("There is no archive of classes, so each start takes longer");
            return List.of();
        }
        return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:class+path=off");
    }
}
