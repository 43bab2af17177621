@NullMarked
package io.synthforce.store;

import org.jspecify.annotations.NullMarked;
