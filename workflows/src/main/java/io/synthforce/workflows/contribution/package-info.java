/** What each agent contributed to a turn, in numbers that are counted, never guessed. */
@NullMarked
package io.synthforce.workflows.contribution;

import org.jspecify.annotations.NullMarked;
