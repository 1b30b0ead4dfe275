package dev.likeness.generation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.WorkHandler;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.likeness.generation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theRulesKnowOnlyJavaAndThePerson = classes().that()
            .resideInAnyPackage("..generation.shoot..", "..generation.prompt..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.person..", "..generation.shoot..",
                    "..generation.prompt..");

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.generation.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage("..generation.shoot..",
                            "..generation.prompt..", "..generation.provider.."));

    @ArchTest
    static final ArchRule onlyTheProviderPackageSpeaksHttpToOthers = noClasses().that()
            .resideOutsideOfPackage("..generation.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.reactive.function.client..");

    @ArchTest
    static final ArchRule handlersAreHidden = classes().that()
            .implement(EventHandler.class)
            .or()
            .implement(WorkHandler.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule timeIsGiven = noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule eventsStayAtTheEdge = noClasses().that()
            .resideInAnyPackage("..generation.shoot..", "..generation.prompt..", "..generation.store..",
                    "..generation.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.likeness.events..");
}
