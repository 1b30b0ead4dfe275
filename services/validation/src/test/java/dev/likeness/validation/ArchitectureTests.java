package dev.likeness.validation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.messaging.testing.ServiceRules;

@AnalyzeClasses(packages = "dev.likeness.validation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String REPORT = "dev.likeness.validation.report..";
    private static final String JUDGING = "dev.likeness.validation.judging..";
    private static final String[] JAVA = {"java..", "org.jspecify..", "dev.likeness.person..",
            "dev.likeness.imaging.reading.."};

    @ArchTest
    static final ArchTests rulesOfAllServices = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule theRulesKnowOnlyJava = classes().that()
            .resideInAnyPackage(REPORT, JUDGING)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(JAVA).or(resideInAnyPackage(REPORT, JUDGING))
                    .or(type(ImageFormat.class)));

    @ArchTest
    static final ArchRule judgingKnowsNoReports = noClasses().that()
            .resideInAPackage(JUDGING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REPORT);

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.validation.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(not(resideInAPackage(JUDGING)), resideInAnyPackage(REPORT, JUDGING));

    @ArchTest
    static final ArchRule adaptersAreHidden = noClasses().that()
            .resideInAnyPackage("..store..", "..api..", "..recording..", "..checking..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic();
}
