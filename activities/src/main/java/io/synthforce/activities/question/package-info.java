/** What is asked of a model in each phase: the prompt, the shape of the reply, and what its content means. */
@NullMarked
package io.synthforce.activities.question;

import org.jspecify.annotations.NullMarked;
