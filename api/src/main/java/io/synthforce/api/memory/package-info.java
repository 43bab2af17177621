/** What agents keep. */
@NullMarked
package io.synthforce.api.memory;

import org.jspecify.annotations.NullMarked;
