package io.synthforce.api.turn;

import static io.synthforce.api.turn.Replies.orEmpty;
import static io.synthforce.api.turn.Replies.orNone;

import io.synthforce.api.turn.AgentResponse.Metrics;
import io.synthforce.api.turn.AgentResponse.StanceShift;
import io.synthforce.api.turn.Replies.Position;
import io.synthforce.api.turn.TurnAnswer.ModelAnswer;
import io.synthforce.store.call.AttemptResult.Tokens;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.contribution.AgentMetrics;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.scenario.Attachment;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what each agent said in a turn, in speaking order. */
final class AgentResponses {

    private static final int MOST = 5;
    private static final double PERCENT = 100.0;

    private final PlayedTurn turn;

    AgentResponses(PlayedTurn turn) {
        this.turn = turn;
    }

    List<AgentResponse> all() {
        return turn.events(PositionTaken.class).map(this::of).toList();
    }

    private AgentResponse of(PositionTaken position) {
        Optional<RecordedCall> call = turn.call(position.seat(), Phase.POSITION);
        Optional<Position> text = call.map(RecordedCall::reply).map(json -> Replies.read(json, Position.class));
        return position.answer().given() && text.isPresent()
                ? spoken(position, text.get(), call.get())
                : degraded(position, call);
    }

    private AgentResponse spoken(PositionTaken position, Position text, RecordedCall call) {
        Optional<ReplyGiven> last = turn.events(ReplyGiven.class)
                .filter(reply ->
                        reply.seat().equals(position.seat()) && reply.answer().given())
                .reduce((_, later) -> later);
        List<String> actions = last.map(ReplyGiven::actions).orElseGet(position::actions);
        int confidence = last.map(ReplyGiven::confidence).orElseGet(position::confidence);
        return new AgentResponse(
                role(position.seat()),
                Markdown.plain(orEmpty(text.text())),
                null,
                proposed(actions, orNone(text.proposals())),
                Stream.concat(
                                position.directedTo().stream(),
                                last.stream().flatMap(reply -> reply.directedTo().stream()))
                        .distinct()
                        .toList(),
                confidence / PERCENT,
                tokenUsage(position.seat()),
                metrics(position.seat()),
                tasks(position.seat()),
                "ok",
                null,
                position.seat(),
                stances(position.seat()),
                last.flatMap(this::reply).orElse(null),
                cited(said(position, text)),
                turn.ungrounded(said(position, text)),
                model(call));
    }

    private AgentResponse degraded(PositionTaken position, Optional<RecordedCall> call) {
        return new AgentResponse(
                role(position.seat()),
                "",
                null,
                List.of(),
                List.of(),
                0,
                Map.of(),
                null,
                List.of(),
                "degraded",
                position.answer().reason(),
                position.seat(),
                List.of(),
                null,
                List.of(),
                List.of(),
                call.map(this::model).orElseGet(() -> ModelAnswer.of(null, null, false)));
    }

    private String role(String seat) {
        return turn.row().inputs().speakers().stream()
                .filter(speaker -> speaker.id().equals(seat))
                .map(Seat::role)
                .findFirst()
                .orElse(seat);
    }

    /** The catalogue describes an action and its effects, parted by a colon; its name is enough here. */
    private List<String> proposed(List<String> actions, List<String> proposals) {
        Stream<String> chosen = actions.stream()
                .map(id -> turn.scenario()
                        .world()
                        .action(id)
                        .map(action -> action.description().split(":", 2)[0])
                        .orElse(id));
        return Stream.concat(chosen, proposals.stream().map(Markdown::plain))
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Map<String, Integer> tokenUsage(String seat) {
        List<Tokens> tokens = turn.tokens(seat).toList();
        int prompt = tokens.stream().mapToInt(Tokens::prompt).sum();
        int completion = tokens.stream().mapToInt(Tokens::completion).sum();
        Map<String, Integer> usage = new LinkedHashMap<>();
        usage.put("prompt_tokens", prompt);
        usage.put("completion_tokens", completion);
        usage.put("total_tokens", prompt + completion);
        return usage;
    }

    /** Those it named in the turn; open ones it said nothing of are in the timeline. */
    private List<TaskAnswer> tasks(String seat) {
        return turn.plan().plan().of(seat).stream()
                .filter(task -> task.named() == turn.row().turn())
                .map(task -> TaskAnswer.of(task, turn.plan().figures().timeline()))
                .toList();
    }

    private @Nullable Metrics metrics(String seat) {
        AgentMetrics counted = turn.plan().figures().metrics().get(seat);
        return counted == null ? null : Metrics.of(counted);
    }

    private List<StanceShift> stances(String seat) {
        return turn.after().stances().stream()
                .filter(held -> held.seat().equals(seat))
                .map(AgentResponses::shift)
                .toList();
    }

    private static StanceShift shift(HeldStance held) {
        return new StanceShift(held.issue(), held.before(), held.after());
    }

    private Optional<String> reply(ReplyGiven reply) {
        return said(reply).map(Markdown::plain);
    }

    private Stream<String> said(PositionTaken position, Position text) {
        return Stream.concat(
                Stream.of(orEmpty(text.text())),
                turn.events(ReplyGiven.class)
                        .filter(reply -> reply.seat().equals(position.seat()))
                        .flatMap(reply -> said(reply).stream()));
    }

    private List<String> cited(Stream<String> said) {
        String all = said.collect(Collectors.joining("\n"));
        return turn.scenario().attachments().stream()
                .filter(attachment -> attachment.citedIn(all))
                .map(Attachment::id)
                .toList();
    }

    private Optional<String> said(ReplyGiven reply) {
        return turn.call(reply.seat(), Phase.REPLY, reply.round())
                .map(RecordedCall::reply)
                .map(json -> orEmpty(Replies.read(json, Replies.Reply.class).text()));
    }

    private ModelAnswer model(RecordedCall call) {
        String requested = turn.attempt(call).map(AttemptRow::model).orElseGet(call::model);
        return ModelAnswer.of(requested, call.model(), call.scripted());
    }
}
