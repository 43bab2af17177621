/** Recorded model replies and every attempt that was made for them. */
@NullMarked
package io.synthforce.store.call;

import org.jspecify.annotations.NullMarked;
