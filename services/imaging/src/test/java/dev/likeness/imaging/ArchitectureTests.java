package dev.likeness.imaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.likeness.imaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule knowsOnlyJavaAndTheDecoders = classes().should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.imageio..", "com.twelvemonkeys..", "ai.onnxruntime..",
                    "org.jspecify..", "dev.likeness.imaging..");

    @ArchTest
    static final ArchRule onlyFacesKnowTheirRuntime = noClasses().that()
            .resideOutsideOfPackage("..imaging.faces..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule timeIsGiven = noClasses().should().callMethod(Instant.class, "now");
}
