package io.synthforce.api.docs;

import static io.synthforce.api.docs.ProblemKind.*;
import static java.util.Map.entry;

import io.synthforce.api.request.RequestKey;
import io.synthforce.api.wire.KnownRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Which kinds of problems an operation can end in: what follows from its input, and what it alone knows. */
final class ProblemKinds {

    /** They ask for no token and count for nothing. */
    static final Set<String> OPEN = Set.of("get_health", "get_readiness");

    /** Of what a workflow has to carry out. */
    private static final Set<ProblemKind> CARRIED_OUT =
            EnumSet.of(SIMULATION_FAILED, TEMPORAL_UNAVAILABLE, NO_WORKER, SHUTTING_DOWN);

    private static final Map<String, Set<ProblemKind>> OWN = Map.ofEntries(
            entry(
                    "play_next_turn",
                    carriedOut(
                            SIMULATION_NOT_FOUND,
                            SIMULATION_PAUSED,
                            SIMULATION_COMPLETED,
                            STOPPED,
                            BUDGET_EXHAUSTED,
                            TOO_MANY_SIMULATIONS,
                            TURN_FAILED,
                            NOBODY_ANSWERED,
                            STILL_PENDING)),
            entry(
                    "play_on",
                    carriedOut(
                            SIMULATION_PAUSED,
                            SIMULATION_COMPLETED,
                            STOPPED,
                            ALREADY_PLAYING,
                            BUDGET_EXHAUSTED,
                            TOO_MANY_SIMULATIONS,
                            TURN_FAILED,
                            NOBODY_ANSWERED)),
            entry("pause_simulation", carriedOut(SIMULATION_COMPLETED, STILL_PENDING)),
            entry("resume_simulation", carriedOut(SIMULATION_COMPLETED, STILL_PENDING)),
            entry("stop_simulation", carriedOut(SIMULATION_COMPLETED, STILL_PENDING)),
            entry(
                    "ask_what_if",
                    carriedOut(
                            SIMULATION_NOT_FOUND,
                            BUDGET_EXHAUSTED,
                            LINEAGE_TOO_DEEP,
                            EXPERIMENT_CANCELLED,
                            TOO_MANY_SIMULATIONS,
                            EXPERIMENT_FAILED,
                            STILL_PENDING)),
            entry("ask_agent", EnumSet.of(BUDGET_EXHAUSTED, STILL_PENDING, NO_WORKER)),
            entry(
                    "write_brief",
                    EnumSet.of(BUDGET_EXHAUSTED, EXPERIMENT_IN_PROGRESS, NOTHING_TO_TELL, STILL_PENDING, NO_WORKER)),
            entry(
                    "inject_event",
                    EnumSet.of(SIMULATION_COMPLETED, SIMULATION_FAILED, TOO_MANY_EVENTS, EVENT_ALREADY_INJECTED)),
            entry("delete_simulation", EnumSet.of(HAS_BRANCHES)),
            entry("fork_simulation", EnumSet.of(LINEAGE_TOO_DEEP)),
            entry("replay_simulation", EnumSet.of(NO_WORKER)),
            entry("import_simulation", EnumSet.of(VALIDATION_ERROR, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE)),
            entry("set_budget", EnumSet.of(BUDGET_BELOW_SPENT)),
            entry("estimate_request", EnumSet.of(SIMULATION_NOT_FOUND, NO_WORKER_YET)),
            entry("cancel_experiment", EnumSet.of(EXPERIMENT_OVER)),
            entry("set_experiment_budget", EnumSet.of(BUDGET_BELOW_SPENT, EXPERIMENT_OVER)),
            entry("get_experiment_data", EnumSet.of(EXPERIMENT_IN_PROGRESS)),
            entry("extend_experiment", carriedOut(EXPERIMENT_NOT_PLAYED_OUT, BUDGET_EXHAUSTED)),
            entry("add_memory", EnumSet.of(MEMORY_KEY_TAKEN, TOO_MANY_PINNED, TOO_MANY_COMMITMENTS)),
            entry("change_memory", EnumSet.of(TOO_MANY_PINNED)),
            entry("get_memories", EnumSet.of(TURN_NOT_FOUND)),
            entry("get_turn", EnumSet.of(TURN_NOT_FOUND)),
            entry("get_snapshot", EnumSet.of(SNAPSHOT_NOT_FOUND)));

    private static final Map<String, ProblemKind> UNKNOWN = Map.of(
            "session_id", SIMULATION_NOT_FOUND,
            "experiment_id", EXPERIMENT_NOT_FOUND,
            "scenario_id", SCENARIO_NOT_FOUND,
            "memory_id", MEMORY_NOT_FOUND);

    private ProblemKinds() {}

    static Set<ProblemKind> of(String operation, List<MethodParameter> parameters) {
        Set<ProblemKind> kinds = EnumSet.of(INTERNAL_ERROR, DATABASE_UNAVAILABLE);
        if (!OPEN.contains(operation)) {
            kinds.addAll(EnumSet.of(UNAUTHORIZED, MISDIRECTED_REQUEST, RATE_LIMITED));
        }
        parameters.forEach(parameter -> kinds.addAll(of(parameter)));
        kinds.addAll(OWN.getOrDefault(operation, Set.of()));
        if (operation.equals("clear_memories")) {
            kinds.remove(SIMULATION_NOT_FOUND);
        }
        return kinds;
    }

    private static Set<ProblemKind> of(MethodParameter parameter) {
        Set<ProblemKind> kinds = EnumSet.noneOf(ProblemKind.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            kinds.add(BAD_REQUEST);
            if (parameter.getParameterType() != String.class || parameter.hasParameterAnnotation(KnownRole.class)) {
                kinds.add(VALIDATION_ERROR);
            }
            Stream.ofNullable(UNKNOWN.get(path.value())).forEach(kinds::add);
        }
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            kinds.add(VALIDATION_ERROR);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            kinds.addAll(EnumSet.of(VALIDATION_ERROR, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (parameter.getParameterType() == RequestKey.class) {
            kinds.addAll(EnumSet.of(IDEMPOTENCY_CONFLICT, VALIDATION_ERROR));
        }
        return kinds;
    }

    private static Set<ProblemKind> carriedOut(ProblemKind... more) {
        return Stream.concat(CARRIED_OUT.stream(), Stream.of(more))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemKind.class)));
    }
}
