/** Which numbers of an utterance rest on something: the ledger, or a source somebody gave. */
@NullMarked
package io.synthforce.workflows.grounding;

import org.jspecify.annotations.NullMarked;
