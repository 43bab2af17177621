/** Simulations: started, shown, paused, resumed, stopped, deleted. */
@NullMarked
package io.synthforce.api.simulation;

import org.jspecify.annotations.NullMarked;
