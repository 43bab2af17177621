package io.synthforce.store.brief;

import io.synthforce.store.call.Costs;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.Trunk;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.brief.Brief;
import io.synthforce.workflows.brief.Place;
import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.brief.Source.Kind;
import io.synthforce.workflows.brief.Talk;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers what briefs are made of from all the places where parts of it lie. */
public class CaseFiles {

    private static final int QUOTED = 600;

    /** Of turns after the fork alone: those are the branches' own. */
    private static final String TALKS = """
            select r.branch, j.turn, j.event
            from experiment_runs r join journal j on j.simulation = r.branch
            where r.experiment = :experiment and r.state = 'ended' and j.turn between :first and :last
              and j.type in ('position_taken', 'reply_given', 'issue_decided')
            order by r.position, j.turn, j.seq""";

    private final JdbcClient jdbc;
    private final Experiments experiments;
    private final Simulations simulations;
    private final ModelCalls calls;
    private final Costs costs;

    public CaseFiles(JdbcClient jdbc, Experiments experiments, Simulations simulations, ModelCalls calls, Costs costs) {
        this.jdbc = jdbc;
        this.experiments = experiments;
        this.simulations = simulations;
        this.calls = calls;
        this.costs = costs;
    }

    /** Empty when there is no such experiment. */
    public Optional<CaseFile> find(UUID experiment) {
        return experiments
                .find(experiment)
                .flatMap(found -> simulations
                        .at(found.simulation(), found.plan().baseTurn())
                        .map(trunk -> of(found, trunk)));
    }

    private CaseFile of(Experiment experiment, SimulationRow trunk) {
        List<BranchRun> runs = experiments.runs(experiment.id());
        boolean over = experiment.state().isTold();
        List<RunRecord> records = over
                ? runs.stream().map(BranchRun::record).filter(Objects::nonNull).toList()
                : List.of();
        List<Trunk> trunks = experiments.trunks(experiment.id());
        Set<UUID> branches = Stream.concat(
                        runs.stream().map(BranchRun::branch), trunks.stream().map(Trunk::simulation))
                .collect(Collectors.toSet());
        Brief brief =
                Brief.of(experiment.plan(), trunk.scenario(), records, over ? talks(experiment, runs) : List.of());
        return new CaseFile(
                experiment,
                trunk.scenario(),
                runs,
                brief,
                said(brief.said()),
                costs.branches(trunk.root()).stream()
                        .filter(branch -> branches.contains(branch.simulation()))
                        .toList());
    }

    private record Entry(UUID branch, int turn, SimulationEvent event) {}

    private List<Talk> talks(Experiment experiment, List<BranchRun> runs) {
        Map<UUID, Map<Integer, List<SimulationEvent>>> turns = new LinkedHashMap<>();
        jdbc.sql(TALKS)
                .param("experiment", experiment.id())
                .param("first", experiment.plan().baseTurn() + 1)
                .param("last", experiment.plan().horizon())
                .query((row, _) -> new Entry(
                        Columns.uuid(row, "branch"),
                        row.getInt("turn"),
                        Columns.json(row, "event", SimulationEvent.class)))
                .list()
                .forEach(entry -> turns.computeIfAbsent(entry.branch(), _ -> new TreeMap<>())
                        .computeIfAbsent(entry.turn(), _ -> new ArrayList<>())
                        .add(entry.event()));
        return runs.stream()
                .filter(run -> turns.containsKey(run.branch()))
                .map(run -> new Talk(
                        run.run(),
                        run.branch(),
                        turns.getOrDefault(run.branch(), new TreeMap<>()).entrySet().stream()
                                .map(turn -> new PlayedTurn(turn.getKey(), turn.getValue()))
                                .toList()))
                .toList();
    }

    private List<Source> said(List<Place> places) {
        List<Source> sources = new ArrayList<>();
        for (Place place : places) {
            calls.recorded(place.key())
                    .map(CaseFiles::text)
                    .filter(text -> !text.isBlank())
                    .ifPresent(text ->
                            sources.add(new Source("U" + (sources.size() + 1), Kind.UTTERANCE, quoted(text), place)));
        }
        return sources;
    }

    private static String text(RecordedCall call) {
        return call.reply() == null
                ? ""
                : Json.mapper().readTree(call.reply()).path("text").asString("");
    }

    private static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + " …";
    }
}
