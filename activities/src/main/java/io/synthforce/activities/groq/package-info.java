/** The only place that speaks HTTP to Groq: one attempt per call, every outcome as data, no retry of any kind. */
@NullMarked
package io.synthforce.activities.groq;

import org.jspecify.annotations.NullMarked;
