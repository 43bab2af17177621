/** What operators count. Labels come from small fixed sets: no ids, no texts, no keys. */
@NullMarked
package io.synthforce.api.metrics;

import org.jspecify.annotations.NullMarked;
