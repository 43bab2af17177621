@NullMarked
package io.synthforce.embedded;

import org.jspecify.annotations.NullMarked;
