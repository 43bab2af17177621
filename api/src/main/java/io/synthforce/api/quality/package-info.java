/** Whether a run is worth believing. */
@NullMarked
package io.synthforce.api.quality;

import org.jspecify.annotations.NullMarked;
