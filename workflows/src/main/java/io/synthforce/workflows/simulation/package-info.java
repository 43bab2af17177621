/** A simulation is a durable workflow: its events, its bounded state, its inbox and its main loop. */
@NullMarked
package io.synthforce.workflows.simulation;

import org.jspecify.annotations.NullMarked;
