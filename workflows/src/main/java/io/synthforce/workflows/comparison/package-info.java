/** Says what is a difference and what is noise. Pure functions of numbers; nothing here knows what they stand for. */
@NullMarked
package io.synthforce.workflows.comparison;

import org.jspecify.annotations.NullMarked;
