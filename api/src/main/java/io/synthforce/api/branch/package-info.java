/** Forks: what can be changed in them, where they start from, and who descends from whom. */
@NullMarked
package io.synthforce.api.branch;

import org.jspecify.annotations.NullMarked;
