package io.synthforce.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.temporal.client.WorkflowClient;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@AnalyzeClasses(packagesOf = SynthforceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule oneTypeSpeaksToWorkflows = noClasses()
            .that()
            .doNotBelongToAnyOf(SimulationWorkflows.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(WorkflowClient.class);

    @ArchTest
    static final ArchRule theStoreAloneSpeaksToDatabases = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.data..",
                    "org.postgresql..",
                    "io.lettuce..");

    @ArchTest
    static final ArchRule modelsAreNotAskedFromHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..", "java.net.http..", "io.synthforce.activities..", "io.synthforce.embedded..");

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(RestControllerAdvice.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.synthforce.api.(*)..").should().beFreeOfCycles();
}
