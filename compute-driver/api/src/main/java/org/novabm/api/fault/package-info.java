/** How a request is refused: one form of error body for all of the service, the one Nova uses. */
@NullMarked
package org.novabm.api.fault;

import org.jspecify.annotations.NullMarked;
