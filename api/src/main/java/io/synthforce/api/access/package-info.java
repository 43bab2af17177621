/** Who may ask at all. */
@NullMarked
package io.synthforce.api.access;

import org.jspecify.annotations.NullMarked;
