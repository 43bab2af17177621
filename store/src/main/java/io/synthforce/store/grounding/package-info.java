/** Where the numbers lie that utterances may rest on. */
@NullMarked
package io.synthforce.store.grounding;

import org.jspecify.annotations.NullMarked;
