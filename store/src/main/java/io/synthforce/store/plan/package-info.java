/** Plans of work and the figures of a turn, where they lie. */
@NullMarked
package io.synthforce.store.plan;

import org.jspecify.annotations.NullMarked;
