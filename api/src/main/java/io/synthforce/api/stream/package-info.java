/** Server-sent events: how readers are kept told. */
@NullMarked
package io.synthforce.api.stream;

import org.jspecify.annotations.NullMarked;
