package io.synthforce.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.synthforce.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_store_speaks_to_postgresql_and_redis_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "io.temporal..",
                    "okhttp3..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule packages_do_not_go_in_circles =
            slices().matching("io.synthforce.store.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule redis_is_for_bells_and_limits_alone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.synthforce.store.doorbell..",
                    "io.synthforce.store.limit..",
                    "io.synthforce.store.quota..",
                    "io.synthforce.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..");
}
