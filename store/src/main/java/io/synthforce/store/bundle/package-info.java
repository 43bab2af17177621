/** Simulations as bundles: all that is needed to replay them and to play them on elsewhere. */
@NullMarked
package io.synthforce.store.bundle;

import org.jspecify.annotations.NullMarked;
