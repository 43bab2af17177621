/** Simulations that go from one instance to another. */
@NullMarked
package io.synthforce.api.bundle;

import org.jspecify.annotations.NullMarked;
