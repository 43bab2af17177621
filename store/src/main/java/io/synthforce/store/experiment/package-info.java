/** What-ifs: plans, their branches, and what came of them. */
@NullMarked
package io.synthforce.store.experiment;

import org.jspecify.annotations.NullMarked;
