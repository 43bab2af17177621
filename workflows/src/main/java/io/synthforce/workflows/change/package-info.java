/** What a branch differs in from what it was forked from. */
@NullMarked
package io.synthforce.workflows.change;

import org.jspecify.annotations.NullMarked;
