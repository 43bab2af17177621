/** The embedded default: every part that the environment does not name runs here, and the rest sees only addresses. */
@NullMarked
package io.synthforce.embedded;

import org.jspecify.annotations.NullMarked;
