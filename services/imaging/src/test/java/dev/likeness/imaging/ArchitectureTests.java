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
            .resideInAnyPackage("java..", "javax.crypto..", "javax.imageio..", "com.twelvemonkeys..", "org.jspecify..",
                    "org.bytedeco..", "ai.onnxruntime..", "tools.jackson..", "dev.likeness.imaging..");

    @ArchTest
    static final ArchRule onlyFacesKnowTheirRuntime = noClasses().that()
            .resideOutsideOfPackage("..imaging.faces..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule onlyTheCodecCallsNativeCode = noClasses().that()
            .resideOutsideOfPackage("dev.likeness.imaging.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule onlyWorkersDecodeNatively = noClasses().that()
            .resideOutsideOfPackages("dev.likeness.imaging.codec..", "dev.likeness.imaging.examining..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.likeness.imaging.codec..");

    @ArchTest
    static final ArchRule onlyTheWireKnowsJson = noClasses().that()
            .resideOutsideOfPackage("dev.likeness.imaging.darkroom..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule readingsArePlainValues = classes().that()
            .resideInAPackage("dev.likeness.imaging.reading..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.likeness.imaging.reading..", "dev.likeness.imaging");

    @ArchTest
    static final ArchRule timeIsGiven = noClasses().should().callMethod(Instant.class, "now");
}
