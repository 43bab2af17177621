/** The one JSON of journals, snapshots, hashes and the wire. */
@NullMarked
package io.synthforce.workflows.json;

import org.jspecify.annotations.NullMarked;
