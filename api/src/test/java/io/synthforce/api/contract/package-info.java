/** The contract that clients of the reference rely on, as tables, and the tests that are made of them. */
@NullMarked
package io.synthforce.api.contract;

import org.jspecify.annotations.NullMarked;
