/** What requests will take, before they are made. */
@NullMarked
package io.synthforce.api.estimate;

import org.jspecify.annotations.NullMarked;
