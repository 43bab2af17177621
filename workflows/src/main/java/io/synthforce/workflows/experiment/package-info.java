/** What-ifs: options beside no change, played as branches and compared. */
@NullMarked
package io.synthforce.workflows.experiment;

import org.jspecify.annotations.NullMarked;
