/** Which worker processes live, proven by locks rather than by clocks. */
@NullMarked
package io.synthforce.store.worker;

import org.jspecify.annotations.NullMarked;
