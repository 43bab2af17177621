/** The numbers of a simulated world over time, and why they changed. */
@NullMarked
package io.synthforce.api.ledger;

import org.jspecify.annotations.NullMarked;
