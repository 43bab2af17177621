/** What the environment may say, checked before anything starts, and how a start that fails is told. */
@NullMarked
package io.synthforce.api.settings;

import org.jspecify.annotations.NullMarked;
