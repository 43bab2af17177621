/** What turns can cost at worst, and what may be spent on them. Money is USD in exact decimals. */
@NullMarked
package io.synthforce.workflows.budget;

import org.jspecify.annotations.NullMarked;
