/** The bounded state after each turn. */
@NullMarked
package io.synthforce.store.snapshot;

import org.jspecify.annotations.NullMarked;
