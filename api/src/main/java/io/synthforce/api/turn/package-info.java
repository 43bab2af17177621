/** Turns: asked for, and shown as they were played. */
@NullMarked
package io.synthforce.api.turn;

import org.jspecify.annotations.NullMarked;
