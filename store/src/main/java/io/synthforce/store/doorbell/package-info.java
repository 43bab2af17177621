/** A bell between processes: it only says look. */
@NullMarked
package io.synthforce.store.doorbell;

import org.jspecify.annotations.NullMarked;
