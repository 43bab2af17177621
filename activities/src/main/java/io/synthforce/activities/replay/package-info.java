/** Plays simulations from their recorded calls. */
@NullMarked
package io.synthforce.activities.replay;

import org.jspecify.annotations.NullMarked;
