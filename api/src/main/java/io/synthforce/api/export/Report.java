package io.synthforce.api.export;

import io.synthforce.api.interview.InterviewAnswer;
import io.synthforce.api.turn.TurnDocuments;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A simulation as a strategist reads it: how it ended first, then how it came to that, turn by turn. */
final class Report {

    private static final int MOST_MEMORIES = 3;

    private final Export export;
    private final TurnDocuments documents;
    private final Marks out;

    Report(Export export, TurnDocuments documents, Writer out) {
        this.export = export;
        this.documents = documents;
        this.out = new Marks(out);
    }

    void write() throws IOException {
        SimulationRow simulation = export.simulation();
        head(simulation);
        scenario(simulation.scenario());
        ending(simulation);
        for (int turn = 1; turn <= simulation.currentTurn(); turn++) {
            new TurnReport(out, simulation.scenario(), documents.of(simulation, turn)).write();
        }
        tasks();
        memories(simulation.scenario());
        interviews();
        cost();
    }

    private void head(SimulationRow simulation) throws IOException {
        Summary.Of summary = export.summary();
        out.heading(1, summary.name() == null ? "Simulation" : summary.name());
        if (export.scripted()) {
            out.paragraph("**SCRIPTED: no model was asked.** What the agents say here was written by a script.");
        }
        if (summary.description() != null) {
            out.quote(summary.description());
        }
        out.item("Simulation", summary.sessionId() + ", " + summary.status());
        out.item("Turns", "%d of %d".formatted(summary.currentTurn(), summary.maxTurns()));
        if (summary.parent() != null) {
            out.item("Forked from", "%s after turn %d".formatted(summary.parent(), summary.baseTurn()));
        }
        for (Summary.Speaker speaker : export.speakers()) {
            out.item(
                    speaker.scripted() ? "Script" : "Model",
                    "%s in %d calls".formatted(Marks.inline(speaker.model()), speaker.calls()));
        }
        out.item("Journal", summary.journalHash());
        out.blank();
    }

    private void scenario(Scenario scenario) throws IOException {
        out.heading(2, "What is rehearsed");
        out.quote(scenario.text());
        for (Issue issue : scenario.issues()) {
            out.item(
                    "To decide",
                    "%s %s, or %s"
                            .formatted(
                                    Marks.inline(issue.question()),
                                    Marks.inline(issue.option()),
                                    Marks.inline(issue.alternative())));
        }
        out.item(
                "Cast",
                String.join(
                        ", ",
                        scenario.cast().stream()
                                .map(Seat::name)
                                .map(Marks::inline)
                                .toList()));
        out.blank();
    }

    private void ending(SimulationRow simulation) throws IOException {
        int last = simulation.currentTurn();
        SimulationState first = export.chronicle().state(0);
        SimulationState state = export.chronicle().state(last);
        out.heading(2, "How it stands after turn " + last);
        for (Issue issue : simulation.scenario().issues()) {
            out.item(
                    issue.question(),
                    state.decisions().stream()
                            .filter(decided -> decided.issue().equals(issue.id()))
                            .findFirst()
                            .map(Report::decided)
                            .orElse("not decided"));
        }
        if (state.ruined()) {
            out.item("Ruin", "the company is ruined");
        }
        out.blank();
        out.row(List.of("Indicator", "At the start", "After turn " + last, "Change", "Unit"));
        out.rule(5);
        for (var indicator : simulation.scenario().world().indicators()) {
            var from = first.value(indicator.id());
            var to = state.value(indicator.id());
            out.row(List.of(
                    indicator.name(),
                    Numbers.plain(from),
                    Numbers.plain(to),
                    Numbers.signed(to.subtract(from)),
                    indicator.unit()));
        }
        out.blank();
    }

    private static String decided(Decided decided) {
        return "**%s**, turn %d".formatted(Marks.inline(decided.choice()), decided.turn());
    }

    private void tasks() throws IOException {
        List<Task> tasks = export.tasks();
        if (tasks.isEmpty()) {
            return;
        }
        out.heading(2, "Open work");
        out.row(List.of("Task", "Whose", "State", "Done", "Effort"));
        out.rule(5);
        for (Task task : tasks) {
            out.row(List.of(
                    task.name(),
                    task.seat(),
                    task.state().word(),
                    task.percentDone() + " %",
                    Numbers.plain(task.effortHours()) + " h"));
        }
        out.blank();
    }

    private void memories(Scenario scenario) throws IOException {
        List<Summary.Kept> all = export.memories();
        if (all.isEmpty()) {
            return;
        }
        out.heading(2, "What they remember most");
        for (Seat seat : scenario.cast()) {
            for (Summary.Kept kept : all.stream()
                    .filter(memory -> memory.seat().equals(seat.id()))
                    .limit(MOST_MEMORIES)
                    .toList()) {
                out.item(seat.name(), Marks.inline(kept.summary()) + " (turn " + kept.turn() + ")");
            }
        }
        out.blank();
    }

    private void interviews() throws IOException {
        List<InterviewAnswer> interviews = export.interviews();
        if (interviews.isEmpty()) {
            return;
        }
        out.heading(2, "Asked beside the simulation");
        for (InterviewAnswer interview : interviews) {
            out.item(
                    "%s, after turn %d".formatted(interview.seat(), interview.atTurn()),
                    Marks.inline(interview.question()));
            out.quote(interview.answer().isBlank() ? interview.status() : interview.answer());
        }
    }

    private void cost() throws IOException {
        Summary.Spent spent = export.cost();
        out.heading(2, "Cost");
        out.paragraph("%d requests, %d prompt and %d completion tokens, %s USD%s%s."
                .formatted(
                        spent.requests(),
                        spent.promptTokens(),
                        spent.completionTokens(),
                        Numbers.plain(spent.usd()),
                        spent.openUsd().signum() == 0
                                ? ""
                                : ", and at most %s USD for requests whose outcome is not known"
                                        .formatted(Numbers.plain(spent.openUsd())),
                        spent.unpriced() == 0
                                ? ""
                                : "; %d requests went to models without a known price".formatted(spent.unpriced())));
    }
}
