/** The API's description of itself, so that a client can be generated from it. */
@NullMarked
package io.synthforce.api.docs;

import org.jspecify.annotations.NullMarked;
