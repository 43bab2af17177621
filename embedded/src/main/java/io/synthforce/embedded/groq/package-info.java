/**
 * Groq's protocol as a server speaks it: requests and their rules, completions, errors and rate-limit headers. Shared by
 * the scripted model and by the stand-in for Groq in tests.
 */
@NullMarked
package io.synthforce.embedded.groq;

import org.jspecify.annotations.NullMarked;
