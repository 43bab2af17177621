/** Decision briefs. */
@NullMarked
package io.synthforce.api.brief;

import org.jspecify.annotations.NullMarked;
