/** Turns taken, played or left. */
@NullMarked
package io.synthforce.store.turn;

import org.jspecify.annotations.NullMarked;
