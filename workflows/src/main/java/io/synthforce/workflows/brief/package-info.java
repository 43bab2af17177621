/** What a what-if has shown, put together for whoever has to decide. */
@NullMarked
package io.synthforce.workflows.brief;

import org.jspecify.annotations.NullMarked;
