package io.synthforce.workflows.turn;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Readings;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.journal.SimulationEvent.SimulationEnded;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.turn.PureTurns.Played;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import io.synthforce.workflows.world.Worlds;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every world, whatever anybody proposes: fifty worlds made from seeds, thirty turns each. */
class WorldPropertiesTest {

    private static final int TURNS = 30;

    /** @param turns as played, with the state before and after each */
    record Story(long seed, World world, List<Played> turns) {

        static Story of(long seed) {
            World world = Worlds.random(seed);
            return new Story(
                    seed, world, PureTurns.play(Scenarios.in(world, 0), TURNS, PureTurns.anything(world, seed)));
        }

        <T extends SimulationEvent> Stream<T> all(Class<T> type) {
            return turns.stream()
                    .flatMap(turn -> turn.events().stream())
                    .filter(type::isInstance)
                    .map(type::cast);
        }

        @Override
        public String toString() {
            return "world " + seed;
        }
    }

    private static final List<Story> STORIES =
            LongStream.rangeClosed(1, 50).mapToObj(Story::of).toList();

    static List<Story> stories() {
        return STORIES;
    }

    @ParameterizedTest
    @MethodSource("stories")
    void noIndicatorLeavesItsBounds(Story story) {
        assertThat(story.all(IndicatorChanged.class)).allSatisfy(change -> {
            Indicator indicator = story.world().indicator(change.indicator());
            assertThat(indicator.clamp(change.to())).isEqualTo(change.to());
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyChangeBeginsWhereTheLedgerStoodAndMovesIt(Story story) {
        for (Played turn : story.turns()) {
            SimulationState state = turn.before();
            for (SimulationEvent event : turn.events()) {
                if (event instanceof IndicatorChanged change) {
                    assertThat(change.from()).isEqualTo(state.value(change.indicator()));
                    assertThat(change.to()).isNotEqualByComparingTo(change.from());
                }
                state = state.fold(event);
            }
            assertThat(state).isEqualTo(turn.after());
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyChangeNamesACauseOfTheWorldThatWasSetByThen(Story story) {
        Set<Cause.Kind> kinds = Set.of(Cause.Kind.values());
        for (Played turn : story.turns()) {
            changes(turn).forEach(change -> {
                assertThat(kinds).contains(change.cause().kind());
                assertThat(causes(story.world(), change.cause().kind()))
                        .contains(change.cause().name());
                assertThat(change.cause().turn()).isBetween(1, turn.turn());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theSumOfItsCausesIsTheSeriesOfAnIndicatorToTheDigit(Story story) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        story.turns().getFirst().before().ledger().forEach(line -> sums.put(line.indicator(), line.value()));
        for (Played turn : story.turns()) {
            changes(turn).forEach(c -> sums.merge(c.indicator(), c.to().subtract(c.from()), BigDecimal::add));
            assertThat(turn.after().ledger())
                    .containsExactlyElementsOf(sums.entrySet().stream()
                            .map(sum -> new IndicatorValue(sum.getKey(), Quantity.exact(sum.getValue())))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void actionsThatExcludeEachOtherAreNeverTakenTogether(Story story) {
        for (Played turn : story.turns()) {
            Set<String> taken = turn.events().stream()
                    .filter(ActionAccepted.class::isInstance)
                    .map(event -> ((ActionAccepted) event).action())
                    .collect(toSet());
            for (String action : taken) {
                List<String> excluded =
                        story.world().action(action).orElseThrow().excludes();
                assertThat(taken.stream().filter(other -> !other.equals(action)))
                        .noneMatch(excluded::contains);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void anActionThatIsTakenIsPaidInFull(Story story) {
        for (Played turn : story.turns()) {
            for (int i = 0; i < turn.events().size(); i++) {
                if (turn.events().get(i) instanceof ActionAccepted taken
                        && taken.cost().signum() > 0) {
                    IndicatorChanged paid = (IndicatorChanged) turn.events().get(i + 1);
                    assertThat(paid.from().subtract(paid.to())).isEqualTo(taken.cost());
                    assertThat(paid.cause().name()).isEqualTo(taken.action());
                    assertThat(paid.to()).isNotNegative();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whatIsWorkedOutIsNeverBehindWhatItIsWorkedOutOf(Story story) {
        for (Played turn : story.turns()) {
            Readings numbers = new Readings(story.world(), turn.after());
            story.world()
                    .derived()
                    .forEach(indicator -> assertThat(numbers.apply(indicator.id()))
                            .isEqualTo(indicator.clamp(
                                    indicator.formula().value(numbers).orElseThrow())));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyPartOfADelayedEffectArrivesExactlyOnce(Story story) {
        List<PendingEffect> scheduled =
                story.all(EffectScheduled.class).map(EffectScheduled::effect).toList();
        List<PendingEffect> arrived = story.turns().stream()
                .flatMap(turn -> turn.before().due(turn.turn()).stream())
                .toList();
        List<PendingEffect> underWay = story.turns().getLast().after().pending();

        assertThat(Stream.concat(arrived.stream(), underWay.stream())).containsExactlyInAnyOrderElementsOf(scheduled);
        assertThat(arrived).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whatCanHappenOnceHappensOnce(Story story) {
        assertThat(story.all(ActionAccepted.class)
                        .filter(taken -> taken.action().equals("action-4")))
                .hasSizeLessThanOrEqualTo(1);
        boolean drawn = !story.world().event("event-2").orElseThrow().scheduled();
        assertThat(story.all(EventOccurred.class).filter(event -> event.event().equals("event-2") && drawn))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void effectsUnderWayStayAsFewAsTheWorldAllows(Story story) {
        List<Played> longer =
                PureTurns.play(Scenarios.in(story.world(), 0), 300, PureTurns.anything(story.world(), story.seed()));

        assertThat(longer).allSatisfy(turn -> assertThat(turn.after().pending()).hasSizeLessThan(600));
        assertThat(Json.write(longer.getLast().after())).hasSizeLessThan(100_000);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theOutsideAnswersOnlyWhatItCanSee(Story story) {
        for (Played turn : story.turns()) {
            List<SimulationEvent> events = turn.events();
            events.stream()
                    .filter(OutsideResponded.class::isInstance)
                    .map(OutsideResponded.class::cast)
                    .forEach(move -> {
                        if (move.toAction() != null) {
                            assertThat(events)
                                    .anyMatch(e -> e instanceof ActionAccepted taken
                                            && taken.action().equals(move.toAction()));
                        }
                        if (move.toEvent() != null) {
                            assertThat(events)
                                    .anyMatch(e -> e instanceof EventOccurred occurred
                                            && occurred.visibility().toOutside()
                                            && occurred.event().equals(move.toEvent()));
                        }
                    });
        }
    }

    @Test
    void whatTheOutsideWouldAnswerButCannotSeeHappens() {
        assertThat(STORIES.stream()
                        .flatMap(story -> story.all(EventOccurred.class))
                        .filter(event -> event.event().equals("event-0"))
                        .map(EventOccurred::visibility))
                .contains(Visibility.INTERNAL, Visibility.privateTo(List.of("pm")));
        assertThat(STORIES.stream().flatMap(story -> story.all(OutsideResponded.class)))
                .extracting(OutsideResponded::toEvent)
                .contains("event-0");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void ruinIsWhereANumberStandsAtTheEndOfATurnAndIsNeverForgotten(Story story) {
        for (Played turn : story.turns()) {
            List<String> fallen = story.world().indicators().stream()
                    .filter(indicator -> indicator.isRuinedBy(turn.after().value(indicator.id()))
                            && !indicator.isRuinedBy(turn.before().value(indicator.id())))
                    .map(Indicator::id)
                    .toList();
            assertThat(turn.events().stream()
                            .filter(RuinReached.class::isInstance)
                            .map(event -> ((RuinReached) event).indicator()))
                    .containsExactlyElementsOf(fallen);
            boolean falls = turn.events().stream()
                    .anyMatch(event -> event instanceof RuinReached || event instanceof SimulationEnded);
            assertThat(turn.after().ruined()).isEqualTo(turn.before().ruined() || falls);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStreamIsDrawnOnceInATurn(Story story) {
        for (Played turn : story.turns()) {
            assertThat(draws(turn)).extracting(ValueDrawn::stream).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theOptionsOfARepeatMeetTheSameChanceWhateverTheyDecide(Story story) {
        List<Played> other = PureTurns.play(
                Scenarios.in(story.world(), 0), TURNS, PureTurns.anything(story.world(), story.seed() + 500));

        long common = 0;
        for (int i = 0; i < TURNS; i++) {
            Map<String, List<ValueDrawn>> here = draws(story.turns().get(i)).collect(groupingBy(ValueDrawn::stream));
            common += draws(other.get(i))
                    .filter(draw -> here.containsKey(draw.stream()))
                    .peek(draw -> assertThat(here.get(draw.stream())).contains(draw))
                    .count();
        }
        assertThat(common).isPositive();
        List<String> byChanceAlone = story.world().events().stream()
                .filter(event -> !event.scheduled() && !event.once())
                .map(WorldEvent::id)
                .toList();
        for (int i = 0; i < TURNS; i++) {
            assertThat(occurred(other.get(i), byChanceAlone))
                    .isEqualTo(occurred(story.turns().get(i), byChanceAlone));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whatMayHappenIsDrawnAndHappensWhenTheDrawIsBelowItsProbability(Story story) {
        for (Played turn : story.turns()) {
            for (WorldEvent event : story.world().events()) {
                draws(turn)
                        .filter(draw -> draw.stream().equals("event/" + event.id()))
                        .forEach(draw -> assertThat(occurred(turn, List.of(event.id())))
                                .hasSize(draw.value().doubleValue() < event.probability() ? 1 : 0));
                boolean open = !event.scheduled()
                        && !(event.once() && turn.before().occurred().contains(event.id()));
                assertThat(draws(turn).filter(draw -> draw.stream().equals("event/" + event.id())))
                        .hasSize(open ? 1 : 0);
            }
        }
        long moves = story.all(OutsideResponded.class)
                .filter(move -> move.toAction() != null)
                .count();
        assertThat(story.all(ValueDrawn.class).filter(draw -> draw.stream().matches("outside/(rival|press)/[a-z]+")))
                .hasSizeGreaterThanOrEqualTo((int) moves);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void anotherRepeatMeetsAnotherChance(Story story) {
        List<Played> other =
                PureTurns.play(Scenarios.in(story.world(), 1), TURNS, PureTurns.anything(story.world(), story.seed()));

        assertThat(other.stream().flatMap(WorldPropertiesTest::draws))
                .isNotEqualTo(story.all(ValueDrawn.class).toList());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theSameChoicesGiveTheSameStory(Story story) {
        assertThat(Story.of(story.seed()).turns()).isEqualTo(story.turns());
    }

    private static List<String> occurred(Played turn, List<String> among) {
        return turn.events().stream()
                .filter(EventOccurred.class::isInstance)
                .map(event -> ((EventOccurred) event).event())
                .filter(among::contains)
                .toList();
    }

    private static Stream<IndicatorChanged> changes(Played turn) {
        return turn.events().stream().filter(IndicatorChanged.class::isInstance).map(IndicatorChanged.class::cast);
    }

    private static Stream<ValueDrawn> draws(Played turn) {
        return turn.events().stream().filter(ValueDrawn.class::isInstance).map(ValueDrawn.class::cast);
    }

    private static List<String> causes(World world, Cause.Kind kind) {
        return switch (kind) {
            case ACTION -> world.actions().stream().map(ActionType::id).toList();
            case EVENT -> world.events().stream().map(WorldEvent::id).toList();
            case RULE -> world.dynamics().stream().map(Dynamic::id).toList();
            case OUTSIDE ->
                world.outside().stream()
                        .flatMap(
                                actor -> actor.responses().stream().map(response -> actor.id() + "/" + response.move()))
                        .toList();
            case CHANGE -> List.of();
        };
    }
}
