package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.world.Indicator.Direction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final String SEED = "00112233445566778899aabbccddeeff";

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 2", "5, 3", "9, 3", "10, 4"})
    void runsWithoutChangeGrowWithTheRootOfTheOptionsThatShareThem(int options, int controls) {
        assertThat(plan(options, 1).controls()).isEqualTo(controls);
    }

    @Test
    void oneBlockIsOverBeforeTheNextBegins() {
        List<PlannedRun> schedule = plan(5, 10).schedule(SEED);

        assertThat(schedule).hasSize(10 * 8).extracting(PlannedRun::block).isSorted();
        assertThat(schedule)
                .extracting(PlannedRun::position)
                .isEqualTo(IntStream.range(0, 80).boxed().toList());
        assertThat(schedule.stream()
                        .collect(Collectors.groupingBy(PlannedRun::block))
                        .values())
                .allSatisfy(block -> assertThat(block)
                        .extracting(PlannedRun::option)
                        .containsExactlyInAnyOrder(0, 0, 0, 1, 2, 3, 4, 5));
    }

    @Test
    void theOrderWithinBlocksIsShuffledBySeed() {
        List<PlannedRun> schedule = plan(5, 10).schedule(SEED);

        assertThat(plan(5, 10).schedule(SEED)).isEqualTo(schedule);
        assertThat(plan(5, 10).schedule("other")).isNotEqualTo(schedule);
        assertThat(schedule.stream()
                        .filter(run -> run.position() % 8 == 0)
                        .map(PlannedRun::option)
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void onlyTheFirstRunWithoutChangeSharesTheDrawsOfItsBlock() {
        List<PlannedRun> schedule = plan(5, 10).schedule(SEED);

        assertThat(schedule.stream().filter(run -> !run.changesNothing())).allMatch(PlannedRun::paired);
        assertThat(schedule.stream().filter(PlannedRun::changesNothing).filter(PlannedRun::paired))
                .hasSize(10);
        assertThat(schedule.stream().filter(PlannedRun::changesNothing).map(PlannedRun::repeat))
                .doesNotHaveDuplicates();
    }

    private static Plan plan(int options, int repeats) {
        List<Option> all = IntStream.rangeClosed(1, options)
                .mapToObj(number -> new Option("option " + number, List.of()))
                .toList();
        return new Plan(4, 7, all, repeats, new Target.OfIndicator("cash", Direction.UP, null), Design.PLAIN);
    }
}
