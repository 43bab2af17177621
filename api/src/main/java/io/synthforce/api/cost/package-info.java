/** What simulations cost. */
@NullMarked
package io.synthforce.api.cost;

import org.jspecify.annotations.NullMarked;
