/** How the service and its parts are. */
@NullMarked
package io.synthforce.api.health;

import org.jspecify.annotations.NullMarked;
