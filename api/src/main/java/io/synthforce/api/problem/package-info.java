/** The one shape of errors, and the one place where exceptions become answers. */
@NullMarked
package io.synthforce.api.problem;

import org.jspecify.annotations.NullMarked;
