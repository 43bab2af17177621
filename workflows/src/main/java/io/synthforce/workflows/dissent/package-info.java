/** Who stood against what was decided, and whether anybody still could. */
@NullMarked
package io.synthforce.workflows.dissent;

import org.jspecify.annotations.NullMarked;
