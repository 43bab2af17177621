/** Whole simulations as files: for people, for spreadsheets and for programs. */
@NullMarked
package io.synthforce.api.export;

import org.jspecify.annotations.NullMarked;
