/** Power: switching a machine on and off through its BMC or outlet. */
@NullMarked
package org.novabm.spi.power;

import org.jspecify.annotations.NullMarked;
