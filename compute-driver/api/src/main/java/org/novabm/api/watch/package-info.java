/** What monitoring asks for: health and counts. */
@NullMarked
package org.novabm.api.watch;

import org.jspecify.annotations.NullMarked;
