/** The tiny user image that a rack's machines can be deployed with. */
@NullMarked
package org.novabm.rack.image;

import org.jspecify.annotations.NullMarked;
