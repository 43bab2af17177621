/** What agents keep, versioned by journal position. */
@NullMarked
package io.synthforce.store.memory;

import org.jspecify.annotations.NullMarked;
