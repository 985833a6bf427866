/** Who changed what, and who was turned away. */
@NullMarked
package org.novabm.api.audit;

import org.jspecify.annotations.NullMarked;
