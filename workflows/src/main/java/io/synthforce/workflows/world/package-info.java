/** The simulated world: numbers owned by code, changed only by actions, events, rules and recorded draws. */
@NullMarked
package io.synthforce.workflows.world;

import org.jspecify.annotations.NullMarked;
