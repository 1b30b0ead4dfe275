package dev.likeness.upload;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.messaging.testing.ServiceRules;

@AnalyzeClasses(packages = "dev.likeness.upload", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests rulesOfAllServices = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule theRulesArePure = ServiceRules.decidePurely("..upload.set..");

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.upload.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(not(resideInAnyPackage("..set..")), resideInAnyPackage("..set..", "..keeping.."))
            .ignoreDependency(resideInAnyPackage("..api.."), resideInAnyPackage("..sending.."));
}
