/** What was said in simulations, turn after turn. */
@NullMarked
package io.synthforce.store.discussion;

import org.jspecify.annotations.NullMarked;
