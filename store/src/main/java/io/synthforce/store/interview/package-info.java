/** Questions to agents beside the simulation, and what was answered. */
@NullMarked
package io.synthforce.store.interview;

import org.jspecify.annotations.NullMarked;
