/** What happened: the sealed vocabulary of events and the bounded state they fold into. */
@NullMarked
package io.synthforce.workflows.journal;

import org.jspecify.annotations.NullMarked;
