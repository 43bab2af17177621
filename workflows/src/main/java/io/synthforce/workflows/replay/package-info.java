/** Simulations played once more from what was recorded: no model is asked and nothing is written. */
@NullMarked
package io.synthforce.workflows.replay;

import org.jspecify.annotations.NullMarked;
