package io.synthforce.workflows.experiment;

import io.synthforce.workflows.experiment.RunRecord.Served;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What came of branches, made up: one turn, whose cash is all that is told of it. */
final class Runs {

    static final int TURN = 1;

    private final List<RunRecord> records = new ArrayList<>();

    static Plan plan(int options, int repeats, Design design) {
        List<Option> all = new ArrayList<>(
                IntStream.rangeClosed(1, options - 2 * design.sensitivity().size())
                        .mapToObj(number -> new Option("option " + number, List.of()))
                        .toList());
        design.sensitivity().forEach(probe -> all.addAll(probe.options()));
        return new Plan(0, TURN, all, repeats, new Target.OfIndicator("cash", Direction.UP, BigDecimal.ONE), design);
    }

    /** @param option from 1; 0 for no change */
    Runs cash(int option, double... values) {
        for (int block = 1; block <= values.length; block++) {
            add(option, block, values[block - 1], "a model", false, List.of());
        }
        return this;
    }

    Runs ruined(int option, int blocks, int ofThem) {
        for (int block = 1; block <= blocks; block++) {
            add(option, block, block <= ofThem ? -900 : 100 + block, "a model", block <= ofThem, List.of());
        }
        return this;
    }

    Runs add(int option, int block, double cash, String model, boolean ruined, List<String> decisions) {
        TurnRecord turn = new TurnRecord(
                TURN,
                List.of(new IndicatorValue("cash", Quantity.of(cash))),
                decisions,
                List.of(),
                List.of(),
                List.of(),
                ruined);
        records.add(new RunRecord(run(option, block), null, model, false, List.of(turn), List.of()));
        return this;
    }

    Runs decided(int option, int block, String choice) {
        TurnRecord turn = new TurnRecord(
                TURN,
                List.of(new IndicatorValue("cash", Quantity.of(1))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(new Decided("price", choice, TURN)),
                List.of());
        records.add(new RunRecord(run(option, block), null, "a model", false, List.of(turn), List.of()));
        return this;
    }

    Runs served(int option, int block, Served... served) {
        add(option, block, 10, "large, small", false, List.of());
        RunRecord last = records.removeLast();
        records.add(new RunRecord(
                last.run(), null, last.model(), false, last.turns(), last.seats(), List.of(served), null));
        return this;
    }

    Runs costing(String usd) {
        records.replaceAll(run -> new RunRecord(
                run.run(),
                run.failure(),
                run.model(),
                usd == null,
                run.turns(),
                run.seats(),
                run.served(),
                usd == null ? null : new BigDecimal(usd)));
        return this;
    }

    Runs failed(int option, int block) {
        records.add(new RunRecord(run(option, block), "it was stopped", null, false, List.of(), List.of()));
        return this;
    }

    private PlannedRun run(int option, int block) {
        return new PlannedRun(records.size(), block, option, block);
    }

    List<RunRecord> all() {
        return List.copyOf(records);
    }
}
