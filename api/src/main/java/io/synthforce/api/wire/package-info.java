/** What goes over the wire: how requests are read, what they may hold, and how values are written. */
@NullMarked
package io.synthforce.api.wire;

import org.jspecify.annotations.NullMarked;
