@NullMarked
package io.synthforce.activities;

import org.jspecify.annotations.NullMarked;
