/** The lock everything that changes a simulation takes first, so that nothing deadlocks. */
@NullMarked
package io.synthforce.store.lock;

import org.jspecify.annotations.NullMarked;
