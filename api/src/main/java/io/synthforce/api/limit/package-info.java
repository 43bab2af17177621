/** How often a client may ask. */
@NullMarked
package io.synthforce.api.limit;

import org.jspecify.annotations.NullMarked;
