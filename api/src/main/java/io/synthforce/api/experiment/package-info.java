/** What-ifs: asked, followed, read and cancelled. */
@NullMarked
package io.synthforce.api.experiment;

import org.jspecify.annotations.NullMarked;
