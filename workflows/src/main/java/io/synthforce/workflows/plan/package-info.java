/** The work agents have taken on: tasks with stable ids, carried from turn to turn. */
@NullMarked
package io.synthforce.workflows.plan;

import org.jspecify.annotations.NullMarked;
