package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Scenarios with one part changed. */
final class Scenarios {

    private Scenarios() {}

    static Scenario withText(Scenario s, String text) {
        return with(s, text, s.cast(), s.issues(), s.world(), s.settings(), s.initialContext(), s.directions());
    }

    static Scenario withContext(Scenario s, Map<String, Object> context) {
        return with(s, s.text(), s.cast(), s.issues(), s.world(), s.settings(), context, s.directions());
    }

    /** In speaking order, whatever the order given; the settings name the roles anew. */
    static Scenario withCast(Scenario s, List<Seat> cast) {
        List<Seat> speaking = cast.stream()
                .sorted(Comparator.comparingInt(Seat::priority).reversed())
                .toList();
        Settings settings =
                s.settings().withAgents(speaking.stream().map(Seat::role).toList());
        return with(s, s.text(), speaking, s.issues(), s.world(), settings, s.initialContext(), s.directions());
    }

    /** In the place of the one of its id. */
    static Scenario withSeat(Scenario s, Seat seat) {
        List<Seat> cast = Worlds.put(s.cast(), seat, Seat::id);
        return with(s, s.text(), cast, s.issues(), s.world(), s.settings(), s.initialContext(), s.directions());
    }

    static Scenario withIssues(Scenario s, List<Issue> issues) {
        return with(s, s.text(), s.cast(), issues, s.world(), s.settings(), s.initialContext(), s.directions());
    }

    static Scenario withWorld(Scenario s, World world) {
        return with(s, s.text(), s.cast(), s.issues(), world, s.settings(), s.initialContext(), s.directions());
    }

    static Scenario withSettings(Scenario s, Settings settings) {
        return with(s, s.text(), s.cast(), s.issues(), s.world(), settings, s.initialContext(), s.directions());
    }

    static Scenario withDirection(Scenario s, Direction direction) {
        List<Direction> directions = Worlds.put(s.directions(), direction, Direction::seat);
        return with(s, s.text(), s.cast(), s.issues(), s.world(), s.settings(), s.initialContext(), directions);
    }

    private static Scenario with(
            Scenario s,
            String text,
            List<Seat> cast,
            List<Issue> issues,
            World world,
            Settings settings,
            Map<String, Object> context,
            List<Direction> directions) {
        return new Scenario(
                s.name(),
                s.description(),
                text,
                cast,
                issues,
                world,
                s.clock(),
                settings,
                context,
                s.rootSeed(),
                s.repeat(),
                directions,
                s.roles(),
                s.attachments());
    }
}
