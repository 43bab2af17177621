/** What agents keep: the kinds of memory, and what a reply says of it. */
@NullMarked
package io.synthforce.workflows.memory;

import org.jspecify.annotations.NullMarked;
