/** Peers whose answers are wrong, and what their clients may leave behind: nothing. */
@NullMarked
package org.novabm.spi.contract.lies;

import org.jspecify.annotations.NullMarked;
