package dev.likeness.chaos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.likeness.chaos", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** A verdict that could look anything up could not be tried on made-up ledgers. */
    @ArchTest
    static final ArchRule judgesValues = classes().that()
            .resideInAPackage("dev.likeness.chaos.verdict")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.chaos.verdict");

    @ArchTest
    static final ArchRule schedulesBySeedAlone = classes().that()
            .resideInAPackage("dev.likeness.chaos.faults")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.messaging", "dev.likeness.chaos.faults");
}
