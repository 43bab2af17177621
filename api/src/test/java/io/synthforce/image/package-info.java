/** What is shipped: the layers of the image and the compose file. */
@NullMarked
package io.synthforce.image;

import org.jspecify.annotations.NullMarked;
