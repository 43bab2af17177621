package io.synthforce.workflows.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.comparison.Shares;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.world.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an experiment plays, fixed at its start: every option and no change, in blocks. A block is one run of each
 * option and as many without change as options share them, ⌈√k⌉ for k options; all use the draws of the block's repeat,
 * except the further ones without change, which have repeats of their own. Its runs are forked from the simulation's turn,
 * or from that turn of one of several trunks that were played for it from turn 0; then blocks go round the trunks, so that
 * every trunk has one before any has two.
 *
 * @param baseTurn the last turn all branches share
 * @param horizon the last turn that is played
 * @param repeats how many blocks there were at its start, of each trunk
 * @param recordedInputs whether all branches are given what was asked of the same turns of the simulation
 * @param secondary outcomes that are told beside the target, and judged by nobody
 * @param trunks how many are played from turn 0 on; none where all branches share the simulation's own turn
 * @param extensions how many blocks were added later, each time; their numbers go on after the last repeat that was used
 */
public record Plan(
        int baseTurn,
        int horizon,
        List<Option> options,
        int repeats,
        Target target,
        Design design,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean recordedInputs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Target> secondary,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int trunks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> extensions) {

    /** Branches of one experiment, so that no request can fill the store. */
    public static final int MOST_RUNS = 600;

    private static final Option NO_CHANGE = new Option("no change", List.of());

    public Plan {
        options = List.copyOf(options);
        design = Objects.requireNonNullElse(design, Design.PLAIN);
        secondary = secondary == null ? List.of() : List.copyOf(secondary);
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }

    /** Nothing is asked of its branches but their turns, and nothing told beside the target. */
    public Plan(int baseTurn, int horizon, List<Option> options, int repeats, Target target, Design design) {
        this(baseTurn, horizon, options, repeats, target, design, false, List.of(), 0, List.of());
    }

    /** The same with more blocks; what was there stays as it was. */
    public Plan extended(List<Integer> by) {
        return new Plan(baseTurn, horizon, options, repeats, target, design, recordedInputs, secondary, trunks, by);
    }

    /** What a run changes. */
    public Option option(PlannedRun run) {
        return run.changesNothing() ? NO_CHANGE : options.get(run.option() - 1);
    }

    /** What a judge is asked of every run. */
    public List<String> propositions() {
        return Stream.concat(Stream.of(target), secondary.stream())
                .flatMap(one -> one instanceof Target.OfProposition judged
                        ? Stream.of(judged.proposition())
                        : Stream.<String>empty())
                .distinct()
                .toList();
    }

    /** Runs without change in a block. */
    public int controls() {
        return (int) Math.ceil(Math.sqrt(options.size()));
    }

    /** How shares of runs are compared. */
    Shares shares() {
        return new Shares(options.size(), design.looksOnce(), !ofTrunks() || repeats == 1 && controls() == 1);
    }

    /** How many blocks there are. */
    public int blocks() {
        return atStart() + extensions.stream().mapToInt(Integer::intValue).sum();
    }

    private int atStart() {
        return repeats * Math.max(1, trunks);
    }

    public int runs() {
        return runs(blocks());
    }

    /** Runs for so much of what counts: for as many repeats, or trunks. */
    int runsOf(int units) {
        return runs(ofTrunks() ? units * repeats : units);
    }

    private int runs(int blocks) {
        return blocks * (options.size() + controls());
    }

    /** Of what is drawn where its comparison is checked. */
    long seed() {
        return Long.parseUnsignedLong(ContentHash.of(this), 0, Long.BYTES * 2, 16);
    }

    /** Whether it has trunks of its own. */
    public boolean ofTrunks() {
        return trunks > 0;
    }

    /** Whose draws a trunk uses: of no run, and of no other trunk. */
    public int repeatOf(int trunk) {
        return blocks() * controls() + trunk;
    }

    /** Which trunk the runs of a block are forked from. */
    int trunk(int block) {
        return ofTrunks() ? (block - 1) % trunks + 1 : 1;
    }

    /**
     * All runs in the order in which they begin: block after block, within a block shuffled by the seed.
     *
     * @param rootSeed of the simulation that is forked
     */
    public List<PlannedRun> schedule(String rootSeed) {
        List<PlannedRun> all = new ArrayList<>();
        int used = 0;
        for (int added :
                Stream.concat(Stream.of(atStart()), extensions.stream()).toList()) {
            for (int block = 1; block <= added; block++) {
                List<PlannedRun> runs = block(used + block, used + added + (block - 1) * (controls() - 1));
                Draws draws = new Draws(rootSeed, used + block);
                runs.sort(Comparator.comparingDouble(
                        run -> draws.uniform(baseTurn, "experiment/" + run.option() + "/" + run.repeat())));
                for (PlannedRun run : runs) {
                    all.add(run.at(all.size()));
                }
            }
            used += added * controls();
        }
        return List.copyOf(all);
    }

    /** @param used the last repeat that was used by further runs without change */
    private List<PlannedRun> block(int block, int used) {
        List<PlannedRun> runs = new ArrayList<>();
        for (int option = 1; option <= options.size(); option++) {
            runs.add(new PlannedRun(0, block, option, block, trunk(block)));
        }
        runs.add(new PlannedRun(0, block, PlannedRun.NO_CHANGE, block, trunk(block)));
        for (int further = 1; further < controls(); further++) {
            runs.add(new PlannedRun(0, block, PlannedRun.NO_CHANGE, used + further, trunk(block)));
        }
        return runs;
    }
}
