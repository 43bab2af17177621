package io.synthforce.activities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.synthforce.activities", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheGroqPackageSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..activities.groq..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..");

    @ArchTest
    static final ArchRule onlyAdoptionUsesTheWorkflowClient = noClasses()
            .that()
            .doNotHaveSimpleName("Adoption")
            .and()
            .doNotHaveSimpleName("WorkerAutoConfiguration")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.temporal.client.WorkflowClient");

    @ArchTest
    static final ArchRule sqlAndRedisStayInTheStore = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.data..", "io.lettuce..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.synthforce.activities.(*)..").should().beFreeOfCycles();
}
