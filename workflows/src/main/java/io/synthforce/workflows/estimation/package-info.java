/** The size of software by function points (IFPUG), counted from what agents say they will build. */
@NullMarked
package io.synthforce.workflows.estimation;

import org.jspecify.annotations.NullMarked;
