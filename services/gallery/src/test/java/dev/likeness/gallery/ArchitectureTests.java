package dev.likeness.gallery;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.likeness.gallery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String MODEL = "dev.likeness.gallery.portrait..";

    @ArchTest
    static final ArchRule theRulesKnowOnlyJava = classes().that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.person..", MODEL);

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.gallery.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(not(resideInAPackage(MODEL)), resideInAPackage(MODEL))
            .ignoreDependency(resideInAPackage("..gallery.api.."), resideInAnyPackage("..saving..", "..deleting.."));

    @ArchTest
    static final ArchRule handlersAreHidden = classes().that()
            .haveSimpleNameEndingWith("Handler")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule adaptersAreHidden = noClasses().that()
            .resideInAnyPackage("..store..", "..api..", "..previews..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule timeIsGiven = noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");
}
