/** Makes model calls: recorded once, however often they are asked for. */
@NullMarked
package io.synthforce.activities.call;

import org.jspecify.annotations.NullMarked;
