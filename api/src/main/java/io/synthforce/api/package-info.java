@NullMarked
package io.synthforce.api;

import org.jspecify.annotations.NullMarked;
