/** When the work of a plan can be done: a schedule with its critical path, in working days of the simulated calendar. */
@NullMarked
package io.synthforce.workflows.timeline;

import org.jspecify.annotations.NullMarked;
