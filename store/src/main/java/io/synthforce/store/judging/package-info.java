/** What a judge and people said of the runs of an experiment. */
@NullMarked
package io.synthforce.store.judging;

import org.jspecify.annotations.NullMarked;
