/** Scenario documents: how they are read, checked and made into scenarios, and those that ship. */
@NullMarked
package io.synthforce.api.scenario;

import org.jspecify.annotations.NullMarked;
