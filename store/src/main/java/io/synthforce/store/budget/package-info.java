/** Caps on spending: kept for everything forked from one beginning, reserved from before turns and requests. */
@NullMarked
package io.synthforce.store.budget;

import org.jspecify.annotations.NullMarked;
