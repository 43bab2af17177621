/** Questions to one agent as it was after a turn. The simulation is not touched by them. */
@NullMarked
package io.synthforce.workflows.interview;

import org.jspecify.annotations.NullMarked;
