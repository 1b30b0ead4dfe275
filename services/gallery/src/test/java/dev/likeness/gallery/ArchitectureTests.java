package dev.likeness.gallery;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.messaging.testing.ServiceRules;

@AnalyzeClasses(packages = "dev.likeness.gallery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String MODEL = "dev.likeness.gallery.portrait..";
    private static final String MARKING = "dev.likeness.gallery.marking..";
    private static final String ZIP = "dev.likeness.gallery.zip..";

    @ArchTest
    static final ArchTests rulesOfAllServices = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule theRulesArePure = ServiceRules.decidePurely(MODEL, MARKING, ZIP);

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.gallery.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(not(resideInAPackage(MODEL)), resideInAnyPackage(MODEL, MARKING, ZIP))
            .ignoreDependency(resideInAPackage("..gallery.api.."),
                    resideInAnyPackage("..saving..", "..deleting..", "..favourites..", "..developing..",
                            "..archiving.."));

    @ArchTest
    static final ArchRule adaptersAreHidden = noClasses().that()
            .resideInAnyPackage("..store..", "..api..", "..previews..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic();
}
