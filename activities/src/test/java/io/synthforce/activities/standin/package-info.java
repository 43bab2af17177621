/**
 * A stand-in for Groq over HTTP: its limits by arithmetic, its errors and every misbehaviour seen in the field, by name.
 * Protocol and content are the scripted model's own code.
 */
@NullMarked
package io.synthforce.activities.standin;

import org.jspecify.annotations.NullMarked;
