@NullMarked
package io.synthforce.workflows;

import org.jspecify.annotations.NullMarked;
