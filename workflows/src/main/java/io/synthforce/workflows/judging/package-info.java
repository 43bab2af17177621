/** Whether a proposition holds of a run: who is asked, how often, what was answered, and how far it may be believed. */
@NullMarked
package io.synthforce.workflows.judging;

import org.jspecify.annotations.NullMarked;
