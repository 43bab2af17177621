/** How one turn is played: phases, model calls by natural key, and the activities that carry them. */
@NullMarked
package io.synthforce.workflows.turn;

import org.jspecify.annotations.NullMarked;
