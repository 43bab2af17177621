/** The worker role: what runs on the task queue, and how it takes over from a process that died. */
@NullMarked
package io.synthforce.activities.worker;

import org.jspecify.annotations.NullMarked;
