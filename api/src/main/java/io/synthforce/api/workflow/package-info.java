/** The door to Temporal: bells are rung, workflows looked at and cancelled here and nowhere else. */
@NullMarked
package io.synthforce.api.workflow;

import org.jspecify.annotations.NullMarked;
