/** The workflow's dealings with the store. */
@NullMarked
package io.synthforce.activities.simulation;

import org.jspecify.annotations.NullMarked;
