package io.synthforce.workflows.brief;

import io.synthforce.workflows.experiment.Expectation.Course;
import java.util.List;

/**
 * What a model answered that was asked directly, with the memo alone and no simulation.
 *
 * @param guesses one of each option, in their order
 * @param recommended an option from 1, or 0 for no change
 */
public record DirectAnswer(List<Guess> guesses, int recommended) {

    public DirectAnswer {
        guesses = List.copyOf(guesses);
    }

    /**
     * How the primary outcome will differ from no change.
     *
     * @param size of the difference, without its sign, in the unit of the outcome
     */
    public record Guess(Course course, double size) {

        /** The difference with its sign. */
        public double difference() {
            return switch (course) {
                case UP -> size;
                case DOWN -> -size;
                case SAME -> 0;
            };
        }
    }
}
