/** Who was forked from whom, and what a fork sees of its ancestors. */
@NullMarked
package io.synthforce.store.lineage;

import org.jspecify.annotations.NullMarked;
