/** Who disagreed, and whether anybody dared to. */
@NullMarked
package io.synthforce.api.dissent;

import org.jspecify.annotations.NullMarked;
