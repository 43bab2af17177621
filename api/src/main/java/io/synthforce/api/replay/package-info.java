/** Simulations played once more from what was recorded. */
@NullMarked
package io.synthforce.api.replay;

import org.jspecify.annotations.NullMarked;
