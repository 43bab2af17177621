/** What is rehearsed: the text, the cast, the issues to decide, the clock and the settings. */
@NullMarked
package io.synthforce.workflows.scenario;

import org.jspecify.annotations.NullMarked;
