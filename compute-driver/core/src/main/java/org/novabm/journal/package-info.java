/** What came in and what must go out, on record before anything happens. */
@NullMarked
package org.novabm.journal;

import org.jspecify.annotations.NullMarked;
