package dev.likeness.generation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.messaging.testing.ServiceRules;
import dev.likeness.person.TriggerWord;

@AnalyzeClasses(packages = "dev.likeness.generation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests rulesOfAllServices = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule theRulesArePure = ServiceRules.decidePurely("..generation.shoot..", "..generation.prompt..",
            "..generation.likeness..", "dev.likeness.imaging.reading..");

    @ArchTest
    static final ArchRule useCasesDoNotKnowEachOther = slices().matching("dev.likeness.generation.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage("..generation.shoot..",
                            "..generation.prompt..", "..generation.provider..", "..generation.likeness..",
                            "..generation.concepts.."));

    @ArchTest
    static final ArchRule onlyTheStoreBringsPromptsBack = noClasses().that()
            .resideOutsideOfPackages("..generation.store..", "..generation.prompt..")
            .should()
            .callMethod(PromptText.class, "kept", TriggerWord.class, String.class);

    @ArchTest
    static final ArchRule onlyTheProviderPackageSpeaksHttpToOthers = noClasses().that()
            .resideOutsideOfPackage("..generation.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.reactive.function.client..");

    @ArchTest
    static final ArchRule eventsStayAtTheEdge = noClasses().that()
            .resideInAnyPackage("..generation.shoot..", "..generation.prompt..", "..generation.likeness..",
                    "..generation.store..",
                    "..generation.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.likeness.events..");
}
