/**
 * The scripted model: a deterministic endpoint of Groq's shape for a machine without a key, and, scripted further, the
 * stand-in that tests and crash trials talk to. Everything it says is labelled as scripted.
 */
@NullMarked
package io.synthforce.embedded.model;

import org.jspecify.annotations.NullMarked;
