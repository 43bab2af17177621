package io.synthforce.workflows.simulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A test that holds in each phase of a turn, not in those of questions asked beside it. */
@ParameterizedTest
@FieldSource("io.synthforce.workflows.turn.Phase#OF_A_TURN")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface InEveryPhaseOfATurn {}
