/** Questions to agents beside the simulation. */
@NullMarked
package io.synthforce.api.interview;

import org.jspecify.annotations.NullMarked;
