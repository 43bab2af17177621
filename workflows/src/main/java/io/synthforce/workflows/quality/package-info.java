/** Whether a run is worth believing: what can be measured of how its agents talked, with n, thresholds and advice. */
@NullMarked
package io.synthforce.workflows.quality;

import org.jspecify.annotations.NullMarked;
