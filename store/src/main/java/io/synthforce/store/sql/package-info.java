/** How PostgreSQL is spoken to: what columns and texts look like. */
@NullMarked
package io.synthforce.store.sql;

import org.jspecify.annotations.NullMarked;
