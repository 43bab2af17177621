package io.synthforce.api.turn;

import static io.synthforce.api.turn.Replies.orEmpty;
import static io.synthforce.api.turn.Replies.orNone;

import io.synthforce.api.turn.TurnAnswer.AnalysisAnswer;
import io.synthforce.api.turn.TurnAnswer.DisagreementAnswer;
import io.synthforce.api.turn.TurnAnswer.DroppedAnswer;
import io.synthforce.api.turn.TurnAnswer.MinutesAnswer;
import io.synthforce.api.turn.TurnAnswer.ModelAnswer;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a turn together from what is stored of it; the same rows always give the same answer. */
final class TurnAnswers {

    private final PlayedTurn turn;
    private final List<AgentResponse> responses;
    private final Optional<Replies.Minutes> minutes;

    private TurnAnswers(PlayedTurn turn) {
        this.turn = turn;
        this.responses = new AgentResponses(turn).all();
        this.minutes = read(turn.call(CallKey.COORDINATOR, Phase.MINUTES), Replies.Minutes.class);
    }

    static TurnAnswer of(PlayedTurn turn) {
        return new TurnAnswers(turn).answer();
    }

    private TurnAnswer answer() {
        Optional<MinutesTaken> taken = turn.events(MinutesTaken.class).findFirst();
        boolean heard = taken.filter(event -> event.answer().given()).isPresent() && minutes.isPresent();
        return new TurnAnswer(
                turn.row().simulation(),
                turn.row().turn(),
                "completed",
                responses,
                heard ? Markdown.plain(orEmpty(minutes.get().text())) : "",
                TimelineAnswer.of(turn.plan().figures().timeline()),
                EstimationAnswer.of(turn.plan().figures().estimation()),
                duration().toMillis(),
                tokens(),
                turn.row().turn() < turn.scenario().settings().maxTurns()
                        && turn.after().ending() == null,
                suggestion(),
                turn.row().inputs().userInput(),
                heard ? "ok" : "degraded",
                heard ? null : taken.map(event -> event.answer().reason()).orElse(null),
                minutes.map(this::minutes).orElse(null),
                new WorldAnswers(turn).answer(),
                turn.events(DisagreementsNamed.class)
                        .flatMap(this::disagreements)
                        .toList(),
                turn.events(AnalysisGiven.class).findFirst().map(this::analysis).orElse(null),
                turn.plan().plan().dropped().stream()
                        .map(it -> new DroppedAnswer(it.seat(), it.task(), it.item(), it.reason()))
                        .toList(),
                model());
    }

    private Duration duration() {
        Instant ended = turn.row().endedAt();
        return ended == null ? Duration.ZERO : Duration.between(turn.row().takenAt(), ended);
    }

    private int tokens() {
        return turn.row().inputs().speakers().stream()
                .flatMap(seat -> turn.tokens(seat.id()))
                .mapToInt(tokens -> tokens.prompt() + tokens.completion())
                .sum();
    }

    /** The first action of the turn, or where nobody proposed one what the minutes would turn to. */
    private @Nullable String suggestion() {
        Optional<String> action = responses.stream()
                .flatMap(response -> response.actionsProposed().stream())
                .findFirst();
        Optional<String> focus = minutes.map(said -> orEmpty(said.nextFocus())).filter(text -> !text.isBlank());
        return action.or(() -> focus.map(Markdown::plain))
                .map("Consider: "::concat)
                .orElse(null);
    }

    private MinutesAnswer minutes(Replies.Minutes said) {
        return new MinutesAnswer(
                orNone(said.decisions()),
                orNone(said.openQuestions()),
                said.nextFocus(),
                turn.ungroundedAfter(orEmpty(said.text())));
    }

    /** Events name seats and ids, the reply the question; both are in the same order. */
    private Stream<DisagreementAnswer> disagreements(DisagreementsNamed event) {
        List<Replies.Disagreements.Named> said = read(
                        turn.call(CallKey.COORDINATOR, Phase.DISAGREEMENTS, event.round()), Replies.Disagreements.class)
                .map(reply -> orNone(reply.disagreements()))
                .orElseGet(List::of);
        List<Disagreement> named = event.disagreements();
        return IntStream.range(0, named.size())
                .mapToObj(i -> new DisagreementAnswer(
                        named.get(i).id(),
                        event.round(),
                        named.get(i).issue(),
                        i < said.size() ? said.get(i).question() : null,
                        named.get(i).between(),
                        named.get(i).mustAnswer()));
    }

    private AnalysisAnswer analysis(AnalysisGiven event) {
        Optional<Replies.Analysis> said = turn.calls().stream()
                .filter(call -> call.key().phase() == Phase.ANALYSIS)
                .findFirst()
                .flatMap(call -> read(Optional.of(call), Replies.Analysis.class));
        return said.map(reply -> new AnalysisAnswer(
                        "ok",
                        null,
                        Markdown.plain(orEmpty(reply.text())),
                        orNone(reply.risks()),
                        reply.confidence(),
                        turn.ungroundedAfter(orEmpty(reply.text()))))
                .orElseGet(
                        () -> new AnalysisAnswer("degraded", event.answer().reason(), "", List.of(), null, List.of()));
    }

    private ModelAnswer model() {
        boolean scripted = turn.calls().stream().anyMatch(RecordedCall::scripted);
        return responses.stream()
                .map(AgentResponse::model)
                .filter(model -> model.served() != null)
                .findFirst()
                .map(model -> ModelAnswer.of(model.requested(), model.served(), scripted))
                .orElseGet(() -> ModelAnswer.of(null, null, scripted));
    }

    private static <T> Optional<T> read(Optional<RecordedCall> call, Class<T> type) {
        return call.map(RecordedCall::reply).map(json -> Replies.read(json, type));
    }
}
