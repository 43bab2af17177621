/** Measures what the orchestration costs beside the model calls. */
@NullMarked
package io.synthforce.bench;

import org.jspecify.annotations.NullMarked;
