package io.synthforce.api.scenario;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.scenario.ScenarioDocument.Member;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Traits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes seats, roles and what seats alone are told of a document's cast. */
final class CastReading {

    private static final double MEDIUM = 0.5;
    private static final int USUAL_PRIORITY = 50;

    private final Faults faults;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Direction> directions = new ArrayList<>();

    CastReading(List<Member> cast, Faults faults) {
        this.faults = faults;
        for (int i = 0; i < cast.size(); i++) {
            read(cast.get(i), "/cast/" + i);
        }
        seats.sort(Comparator.comparingInt(Seat::priority).reversed());
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    /** The document's own, and those that ship as it changes them. */
    List<Role> roles() {
        return List.copyOf(roles);
    }

    List<Direction> directions() {
        return List.copyOf(directions);
    }

    /** Role names of the cast, each once. */
    List<String> names() {
        return seats.stream().map(Seat::role).distinct().toList();
    }

    private void read(Member member, String at) {
        Optional<Role> shipped = Roles.find(member.role());
        long earlier =
                seats.stream().filter(s -> s.role().equals(member.role())).count();
        Role role = earlier == 0 ? role(member, shipped.orElse(null), at) : known(member.role());
        String id = earlier == 0 ? member.role() : member.role() + "-" + (earlier + 1);
        seats.add(new Seat(
                id,
                member.role(),
                requireNonNullElse(member.name(), role.name()),
                requireNonNullElse(member.priority(), role.priority()),
                member.model()));
        boolean own = earlier > 0 && member.persona() != null;
        Map<String, Object> knows = requireNonNullElse(member.knows(), new LinkedHashMap<>());
        List<String> goals = requireNonNullElse(member.goals(), List.of());
        if (own || !goals.isEmpty() || !knows.isEmpty()) {
            directions.add(new Direction(id, own ? member.persona() : null, goals, knows, 0));
        }
    }

    private Role known(String name) {
        return roles.stream()
                .filter(role -> role.role().equals(name))
                .findFirst()
                .or(() -> Roles.find(name))
                .orElseThrow(() -> new IllegalStateException("No role " + name));
    }

    private Role role(Member member, @Nullable Role shipped, String at) {
        if (shipped == null) {
            for (String needed : List.of("name", "description", "persona")) {
                if (isMissing(member, needed)) {
                    faults.add(
                            at,
                            "'%s' is no role that ships (%s); one of your own needs %s"
                                    .formatted(
                                            member.role(),
                                            String.join(
                                                    ", ",
                                                    Roles.all().stream()
                                                            .map(Role::role)
                                                            .toList()),
                                            needed));
                }
            }
        } else if (member.description() == null
                && member.persona() == null
                && member.responsibilities() == null
                && member.domains() == null
                && member.traits() == null) {
            return shipped;
        }
        Role role = new Role(
                member.role(),
                or(member.name(), shipped == null ? "" : shipped.name()),
                or(member.description(), shipped == null ? "" : shipped.description()),
                or(member.responsibilities(), shipped == null ? List.<String>of() : shipped.capabilities()),
                traits(member.traits(), shipped),
                or(member.priority(), shipped == null ? USUAL_PRIORITY : shipped.priority()),
                or(member.persona(), shipped == null ? "" : shipped.persona()),
                or(member.domains(), shipped == null ? List.<String>of() : shipped.domains()));
        roles.add(role);
        return role;
    }

    private static boolean isMissing(Member member, String needed) {
        return switch (needed) {
            case "name" -> member.name() == null;
            case "description" -> member.description() == null;
            default -> member.persona() == null;
        };
    }

    private static Traits traits(ScenarioDocument.@Nullable Traits said, @Nullable Role shipped) {
        Traits usual =
                shipped == null ? new Traits(MEDIUM, MEDIUM, MEDIUM, MEDIUM, MEDIUM) : shipped.personalityTraits();
        return said == null
                ? usual
                : new Traits(
                        or(said.assertiveness(), usual.assertiveness()),
                        or(said.analytical(), usual.analytical()),
                        or(said.collaborative(), usual.collaborative()),
                        or(said.creative(), usual.creative()),
                        or(said.detailOriented(), usual.detailOriented()));
    }

    private static <T> T or(@Nullable T said, T usual) {
        return said == null ? usual : said;
    }
}
