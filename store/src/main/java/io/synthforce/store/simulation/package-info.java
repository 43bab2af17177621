/** The catalog of simulations, and how one is born and deleted. */
@NullMarked
package io.synthforce.store.simulation;

import org.jspecify.annotations.NullMarked;
