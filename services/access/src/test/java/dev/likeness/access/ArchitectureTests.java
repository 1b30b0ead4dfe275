package dev.likeness.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;

@AnalyzeClasses(packages = "dev.likeness.access", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theRulesOfKeysKnowNoFramework = classes().that()
            .resideInAPackage("dev.likeness.access.idempotency.key")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.person",
                    "dev.likeness.access.idempotency.key");

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule securityAndProblemsHideAllButTheirEntries = classes().that()
            .resideInAnyPackage("dev.likeness.access.security", "dev.likeness.access.problem",
                    "dev.likeness.access.openapi")
            .and()
            .areNotAnnotatedWith(Configuration.class)
            .and()
            .doNotHaveSimpleName("ProblemWriter")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheirAdapterKnowsTheDatabase = noClasses().that()
            .resideOutsideOfPackage("dev.likeness.access.idempotency")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.r2dbc..", "io.r2dbc..");
}
