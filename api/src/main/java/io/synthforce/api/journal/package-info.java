/** What happens, as it happens: the journal as a stream of events. */
@NullMarked
package io.synthforce.api.journal;

import org.jspecify.annotations.NullMarked;
