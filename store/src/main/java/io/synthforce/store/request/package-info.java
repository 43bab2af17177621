/** The inbox: what was asked, and what came of it. */
@NullMarked
package io.synthforce.store.request;

import org.jspecify.annotations.NullMarked;
