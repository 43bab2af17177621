/** What happened, appended by projection alone. */
@NullMarked
package io.synthforce.store.journal;

import org.jspecify.annotations.NullMarked;
