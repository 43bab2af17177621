/** How often a client may ask, counted in Redis for all processes together. */
@NullMarked
package io.synthforce.store.limit;

import org.jspecify.annotations.NullMarked;
