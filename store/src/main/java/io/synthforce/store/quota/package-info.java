/**
 * How much of a model the provider lets be asked, shared by all workers. (How often clients may ask this service is
 * {@code limit}.)
 */
@NullMarked
package io.synthforce.store.quota;

import org.jspecify.annotations.NullMarked;
