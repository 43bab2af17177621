package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a what-if's own budget, in blocks. A block begins only if as much is left as the dearest one took so
 * far, with the worst case of a turn, beside what those that play will still take; so what was paid for is compared.
 * Until one block is whole no other begins beside it.
 *
 * @param spent on the runs of each block
 * @param turn the worst case of one
 */
record Purse(Balance balance, Map<Integer, Amount> spent, Amount turn) {

    /** Of the runs that wait those that may begin, in their order. */
    List<BranchRun> mayBegin(List<BranchRun> runs) {
        Map<Integer, List<BranchRun>> blocks = new TreeMap<>();
        runs.forEach(run -> blocks.computeIfAbsent(run.run().block(), _ -> new ArrayList<>())
                .add(run));
        Amount dearest = dearest(blocks);
        Amount aside = balance.spent().plus(aside(blocks, dearest));
        List<BranchRun> may = new ArrayList<>();
        boolean first = true;
        for (List<BranchRun> block : blocks.values()) {
            boolean begun = block.stream().anyMatch(run -> run.state() != State.WAITING);
            if (!begun) {
                if (dearest == null ? !first : !covers(aside.plus(dearest))) {
                    return may;
                }
                aside = dearest == null ? aside : aside.plus(dearest);
            }
            block.stream().filter(run -> run.state() == State.WAITING).forEach(may::add);
            first = false;
        }
        return may;
    }

    /** Whether there is room for one more turn. */
    boolean coversATurn() {
        return balance.covers(turn);
    }

    static boolean isWhole(List<BranchRun> block) {
        return block.stream().allMatch(run -> run.state().isPlayed());
    }

    private boolean covers(Amount all) {
        return balance.budget().covers(all.plus(turn));
    }

    /** What blocks under way will still take, if they take what the dearest one did. */
    private Amount aside(Map<Integer, List<BranchRun>> blocks, @Nullable Amount dearest) {
        Amount aside = Amount.NOTHING;
        for (Map.Entry<Integer, List<BranchRun>> block : blocks.entrySet()) {
            boolean underWay = block.getValue().stream().anyMatch(run -> run.state() != State.WAITING)
                    && block.getValue().stream().anyMatch(run -> !run.state().isOver());
            if (underWay && dearest != null) {
                aside = aside.plus(rest(dearest, spent.getOrDefault(block.getKey(), Amount.NOTHING)));
            }
        }
        return aside;
    }

    private @Nullable Amount dearest(Map<Integer, List<BranchRun>> blocks) {
        return blocks.entrySet().stream()
                .filter(block -> isWhole(block.getValue()))
                .map(block -> spent.getOrDefault(block.getKey(), Amount.NOTHING))
                .reduce(Purse::larger)
                .orElse(null);
    }

    private static Amount larger(Amount a, Amount b) {
        return new Amount(
                Math.max(a.tokens(), b.tokens()),
                a.usd() == null || b.usd() == null ? null : a.usd().max(b.usd()));
    }

    private static Amount rest(Amount whole, Amount part) {
        return new Amount(
                Math.max(0, whole.tokens() - part.tokens()),
                whole.usd() == null || part.usd() == null
                        ? null
                        : whole.usd().subtract(part.usd()).max(BigDecimal.ZERO));
    }
}
