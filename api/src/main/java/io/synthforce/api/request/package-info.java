/** The way of a request: stored, rung for, waited for. */
@NullMarked
package io.synthforce.api.request;

import org.jspecify.annotations.NullMarked;
