package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.world.Indicator.Direction;
import java.util.List;
import java.util.TreeMap;
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

    @Test
    void blocksGoRoundTheTrunksSoThatEachHasOneBeforeAnyHasTwo() {
        List<PlannedRun> schedule = ofTrunks(3, 2).schedule(SEED);

        assertThat(schedule).hasSize(3 * 2 * 4).extracting(PlannedRun::block).isSorted();
        assertThat(schedule.stream()
                        .collect(Collectors.groupingBy(PlannedRun::block, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(block -> block.getFirst().trunk()))
                .containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(schedule.stream()
                        .collect(Collectors.groupingBy(PlannedRun::block))
                        .values())
                .allSatisfy(block -> assertThat(
                                block.stream().map(PlannedRun::trunk).distinct())
                        .hasSize(1));
    }

    @Test
    void trunksAndRunsOfOtherBlocksShareNoDraws() {
        Plan plan = ofTrunks(3, 2);
        List<PlannedRun> schedule = plan.schedule(SEED);
        List<Integer> ofTrunks =
                IntStream.rangeClosed(1, 3).map(plan::repeatOf).boxed().toList();

        assertThat(ofTrunks).doesNotHaveDuplicates();
        assertThat(schedule).extracting(PlannedRun::repeat).doesNotContainAnyElementsOf(ofTrunks);
        assertThat(schedule.stream().filter(run -> !run.changesNothing())).allMatch(PlannedRun::paired);
        assertThat(schedule.stream().filter(PlannedRun::changesNothing).map(PlannedRun::repeat))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlanWithoutTrunksIsWrittenAsItWasBeforeThereWereAny() {
        String before = """
                {"base_turn":4,"horizon":7,"options":[{"name":"option 1","changes":[]}],"repeats":2,\
                "target":{"indicator":"cash","direction":"UP"},"design":{"pairing":false}}""";

        Plan plan = Json.read(before, Plan.class);

        assertThat(plan).isEqualTo(plan(1, 2));
        assertThat(Json.write(plan)).as("its hash still holds").isEqualTo(before);
        assertThat(plan.schedule(SEED))
                .extracting(PlannedRun::block, PlannedRun::option, PlannedRun::repeat, PlannedRun::trunk)
                .containsExactlyInAnyOrder(tuple(1, 1, 1, 1), tuple(1, 0, 1, 1), tuple(2, 1, 2, 1), tuple(2, 0, 2, 1));
        assertThat(Json.read("{\"position\":3,\"block\":2,\"option\":1,\"repeat\":2}", PlannedRun.class))
                .isEqualTo(new PlannedRun(3, 2, 1, 2, 1));
    }

    /** Two options, which share two runs without change. */
    private static Plan ofTrunks(int trunks, int repeats) {
        Plan plan = plan(2, repeats);
        return new Plan(
                4, 7, plan.options(), repeats, plan.target(), plan.design(), false, List.of(), trunks, List.of());
    }

    @Test
    void whatIsAddedLaterLeavesTheFirstRunsAsTheyAreAndSharesNoDrawsWithThem() {
        List<PlannedRun> first = plan(5, 10).schedule(SEED);

        List<PlannedRun> all = plan(5, 10).extended(List.of(4, 2)).schedule(SEED);

        assertThat(all).hasSize(16 * 8).startsWith(first.toArray(PlannedRun[]::new));
        assertThat(all)
                .extracting(PlannedRun::position)
                .isEqualTo(IntStream.range(0, 128).boxed().toList());
        assertThat(all).extracting(PlannedRun::block).isSorted();
        assertThat(all.stream().filter(PlannedRun::changesNothing).map(PlannedRun::repeat))
                .doesNotHaveDuplicates();
        assertThat(all.stream().filter(run -> !run.changesNothing())).allMatch(PlannedRun::paired);
        assertThat(all.stream().filter(PlannedRun::changesNothing).filter(PlannedRun::paired))
                .hasSize(16);
    }

    @Test
    void anAnnouncedExtensionIsPaidForByBothLooks() {
        assertThat(new Design(false, null, 6, List.of()).alpha()).isEqualTo(0.025);
        assertThat(Design.PLAIN.alpha()).isEqualTo(0.05);
    }

    private static Plan plan(int options, int repeats) {
        List<Option> all = IntStream.rangeClosed(1, options)
                .mapToObj(number -> new Option("option " + number, List.of()))
                .toList();
        return new Plan(4, 7, all, repeats, new Target.OfIndicator("cash", Direction.UP, null), Design.PLAIN);
    }
}
