/** What every request passes before a controller sees it, and what every answer carries. */
@NullMarked
package io.synthforce.api.filter;

import org.jspecify.annotations.NullMarked;
