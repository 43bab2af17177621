/** Decision briefs: what they are made of. */
@NullMarked
package io.synthforce.store.brief;

import org.jspecify.annotations.NullMarked;
