/** What simulations may spend. */
@NullMarked
package io.synthforce.api.budget;

import org.jspecify.annotations.NullMarked;
