package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.Arm.Parting;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what a brief quotes, by rule: who still disagreed, in the words of their position in the first run in which they
 * did; and of the middle run of each arm the minutes of the last turn and of the turn in which its runs part.
 */
final class Utterances {

    private static final int MOST_ARMS = 6;
    private static final int MOST_DISSENTS = 8;

    private Utterances() {}

    static List<Place> of(Plan plan, List<ArmBrief> arms, List<Talk> talks) {
        Set<Place> places = new LinkedHashSet<>();
        arms.stream()
                .flatMap(arm -> arm.dissent().stream())
                .limit(MOST_DISSENTS)
                .forEach(one -> talks.stream()
                        .filter(talk -> talk.branch().equals(one.branch()))
                        .forEach(talk -> places.add(new Place(
                                one.option(),
                                talk.run().repeat(),
                                one.branch(),
                                one.turn(),
                                one.seat(),
                                Phase.POSITION))));
        arms.stream().limit(MOST_ARMS).forEach(arm -> places.addAll(minutes(plan, arm, talks)));
        return List.copyOf(places);
    }

    private static List<Place> minutes(Plan plan, ArmBrief arm, List<Talk> talks) {
        List<Place> places = new ArrayList<>();
        arm.arm()
                .middle(plan.target(), plan.horizon())
                .ifPresent(run -> talks.stream()
                        .filter(talk -> talk.run().position() == run.run().position())
                        .findFirst()
                        .ifPresent(talk -> turns(arm.parting(), run)
                                .forEach(turn -> places.add(minutes(arm.arm(), run, talk.branch(), turn)))));
        return places;
    }

    private static Set<Integer> turns(@Nullable Parting parting, RunRecord run) {
        Set<Integer> turns = new LinkedHashSet<>();
        int last = run.turns().getLast().turn();
        if (parting != null && parting.turn() < last) {
            turns.add(parting.turn());
        }
        turns.add(last);
        return turns;
    }

    private static Place minutes(Arm arm, RunRecord run, UUID branch, int turn) {
        return new Place(arm.option(), run.run().repeat(), branch, turn, CallKey.COORDINATOR, Phase.MINUTES);
    }
}
