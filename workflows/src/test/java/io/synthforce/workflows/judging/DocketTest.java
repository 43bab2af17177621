package io.synthforce.workflows.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocketTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 0", "2, 1, 1", "10, 1, 1", "11, 2, 2", "80, 8, 8"})
    void everyRunIsJudgedAndOneInTenAgainAndAnotherTheOtherWayRound(int runs, int again, int negated) {
        List<Matter> docket = Docket.of(1, positions(runs), "seed");

        assertThat(of(docket, Asking.FIRST)).containsExactlyElementsOf(positions(runs));
        assertThat(of(docket, Asking.AGAIN)).hasSize(again);
        assertThat(of(docket, Asking.NEGATED)).hasSize(negated);
        assertThat(Collections.disjoint(of(docket, Asking.AGAIN), of(docket, Asking.NEGATED)))
                .isTrue();
        assertThat(docket).hasSize(Docket.size(1, runs));
    }

    @Test
    void whichOnesIsDrawnByTheSeedAndForEveryPropositionAnew() {
        List<Matter> docket = Docket.of(2, positions(60), "seed");

        assertThat(Docket.of(2, positions(60), "seed")).isEqualTo(docket);
        assertThat(of(Docket.of(2, positions(60), "another"), Asking.AGAIN)).isNotEqualTo(of(docket, Asking.AGAIN));
        assertThat(again(docket, 0)).isNotEqualTo(again(docket, 1));
    }

    @Test
    void noTwoQuestionsAboutARunHaveOneRound() {
        assertThat(Docket.of(3, positions(20), "seed").stream().map(matter -> matter.position() + "/" + matter.round()))
                .doesNotHaveDuplicates()
                .contains("0/1", "0/4", "0/7");
    }

    private static List<Integer> positions(int runs) {
        return IntStream.range(0, runs).boxed().toList();
    }

    private static List<Integer> of(List<Matter> docket, Asking asking) {
        return docket.stream()
                .filter(matter -> matter.asking() == asking)
                .map(Matter::position)
                .toList();
    }

    private static List<Integer> again(List<Matter> docket, int proposition) {
        return of(
                docket.stream()
                        .filter(matter -> matter.proposition() == proposition)
                        .toList(),
                Asking.AGAIN);
    }
}
