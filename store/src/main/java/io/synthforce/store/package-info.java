/** Where things lie: PostgreSQL and Redis, found by environment variables and offered as front doors. */
@NullMarked
package io.synthforce.store;

import org.jspecify.annotations.NullMarked;
