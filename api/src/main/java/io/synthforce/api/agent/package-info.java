/** The catalogue of roles. */
@NullMarked
package io.synthforce.api.agent;

import org.jspecify.annotations.NullMarked;
