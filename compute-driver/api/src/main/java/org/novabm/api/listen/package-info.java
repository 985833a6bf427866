/** How connections are taken in, and how many; before HTTP means anything. */
@NullMarked
package org.novabm.api.listen;

import org.jspecify.annotations.NullMarked;
