package dev.likeness.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.messaging.testing.ServiceRules;

@AnalyzeClasses(packages = "dev.likeness.training", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String MODEL = "dev.likeness.training.run..";
    private static final String PROVIDER = "dev.likeness.training.provider..";

    @ArchTest
    static final ArchTests rulesOfAllServices = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule theRulesArePure = ServiceRules.decidePurely(MODEL);

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.training.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(not(resideInAnyPackage(MODEL, PROVIDER)), resideInAnyPackage(MODEL, PROVIDER))
            .ignoreDependency(resideInAnyPackage(PROVIDER), resideInAnyPackage(MODEL));

    @ArchTest
    static final ArchRule adaptersAreHidden = noClasses().that()
            .resideInAnyPackage("..store..", "..api..", "..requesting..", "..packaging..", "..submitting..",
                    "..settling..", "..polling..", "..ending..", "..webhook..", "..purging..", "..spend..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic();
}
