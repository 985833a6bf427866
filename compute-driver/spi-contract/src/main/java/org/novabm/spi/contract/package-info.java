/** Contracts that are the same for back ends of every kind. */
@NullMarked
package org.novabm.spi.contract;

import org.jspecify.annotations.NullMarked;
