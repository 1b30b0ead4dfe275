package dev.likeness.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.likeness.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule lifeKnowsOnlyJava = classes().that()
            .resideInAPackage("..sandbox.life..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..sandbox.life..");

    @ArchTest
    static final ArchRule portraitsKnowOnlyPictures = classes().that()
            .resideInAPackage("..sandbox.portraits..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.imageio..", "org.jspecify..", "..sandbox.portraits..");

    @ArchTest
    static final ArchRule subjectsAreNotTangled = slices().matching("dev.likeness.sandbox.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersAreHidden = classes().that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule timeIsGiven = noClasses().should().callMethod(Instant.class, "now");
}
