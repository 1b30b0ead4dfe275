package dev.likeness.messaging.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.WorkHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** What holds for the structure of every service; taken in by its architecture tests. */
public final class ServiceRules {

    @ArchTest
    public static final ArchRule handlersAreHidden = classes().that()
            .implement(EventHandler.class)
            .or()
            .implement(WorkHandler.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    public static final ArchRule timeIsGiven = noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    private ServiceRules() {}

    /** Decisions are made of values: these packages know Java, the person and each other. */
    public static ArchRule decidePurely(String... packages) {
        return classes().that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("java..", "org.jspecify..", "dev.likeness.person.."),
                                Stream.of(packages))
                                .toArray(String[]::new));
    }
}
