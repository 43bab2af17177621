package io.synthforce.workflows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The boundaries of the module and the hazards to replay, as the design names them. */
class ArchitectureTest {

    private static final String ROOT = "io.synthforce.workflows";

    /** Each may know those before it. */
    private static final List<String> PACKAGES = List.of(
            "json",
            "memory",
            "world",
            "scenario",
            "estimation",
            "plan",
            "timeline",
            "journal",
            "grounding",
            "dissent",
            "comparison",
            "quality",
            "change",
            "contribution",
            "turn",
            "budget",
            "simulation",
            "replay",
            "interview",
            "judging",
            "experiment",
            "brief");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void nothingIteratesDifferentlyInAnotherProcess() {
        unordered().check(MAIN);
        unorderedByMethod().check(MAIN);
    }

    @Test
    void nothingReadsClocksOrChance() {
        clocksAndChance().check(MAIN);
    }

    @Test
    void nothingStartsThreadsOrWaitsForThem() {
        noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(Thread.class))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..")
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework..",
                "java.sql..",
                "javax.sql..",
                "org.postgresql..",
                "okhttp3..",
                "io.lettuce..",
                "java.net..",
                "java.nio.file..",
                "io.temporal.client.."
            })
    void theDomainKnowsNothingOf(String technology) {
        noClasses().should().dependOnClassesThat().resideInAPackage(technology).check(MAIN);
    }

    @Test
    void packagesKnowOnlyThoseBeforeThem() {
        for (int i = 0; i < PACKAGES.size(); i++) {
            for (String later : PACKAGES.subList(i + 1, PACKAGES.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(in(PACKAGES.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(in(later))
                        .check(MAIN);
            }
        }
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(MAIN.stream().map(type -> type.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        PACKAGES.stream().map(name -> ROOT + "." + name).toList());
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        JavaClasses hazards = new ClassFileImporter().importClasses(Hazards.class);

        for (ArchRule rule : List.of(unordered(), unorderedByMethod(), clocksAndChance())) {
            assertThat(rule.evaluate(hazards).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        assertThat(unorderedByMethod().evaluate(hazards).getFailureReport().getDetails())
                .hasSize(3);
        assertThat(clocksAndChance().evaluate(hazards).getFailureReport().getDetails())
                .hasSize(3);
    }

    private static ArchRule unordered() {
        return noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class));
    }

    private static ArchRule unorderedByMethod() {
        return noClasses()
                .should()
                .accessTargetWhere(calls(Map.class, "of", "ofEntries", "copyOf")
                        .or(calls(Set.class, "of", "copyOf"))
                        .or(calls(
                                Collectors.class,
                                "toSet",
                                "toUnmodifiableSet",
                                "toMap",
                                "toUnmodifiableMap",
                                "groupingBy",
                                "partitioningBy"))
                        .or(calls(Collection.class, "parallelStream"))
                        .as("a collection without a stable order"));
    }

    private static ArchRule clocksAndChance() {
        return noClasses()
                .should()
                .accessTargetWhere(calls(UUID.class, "randomUUID")
                        .or(calls(Instant.class, "now"))
                        .or(calls(LocalDate.class, "now"))
                        .or(calls(LocalDateTime.class, "now"))
                        .or(calls(Clock.class, "systemUTC", "systemDefaultZone"))
                        .or(calls(Math.class, "random"))
                        .or(calls(System.class, "currentTimeMillis", "nanoTime", "getenv", "getProperty"))
                        .or(constructs(Random.class))
                        .as("a clock, chance or the environment"));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
        return DescribedPredicate.describe(owner.getSimpleName() + "." + String.join("/", names), access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().isAssignableTo(owner) && List.of(names).contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaAccess<?>> constructs(Class<?> type) {
        return DescribedPredicate.describe(
                "new " + type.getSimpleName(),
                access -> access.getTarget().getOwner().isAssignableTo(type));
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }

    /** What no workflow may do. */
    @SuppressWarnings("unused")
    private static final class Hazards {
        Object unordered() {
            return new HashMap<>(Map.of("a", 1));
        }

        Object grouped() {
            return Set.copyOf(
                    List.of("a").stream().collect(Collectors.groupingBy(a -> a)).keySet());
        }

        Object chance() {
            return List.of(UUID.randomUUID(), Instant.now(), System.nanoTime());
        }
    }
}
