/** What every power back end promises, as tests: implement an interface and supply the machine. */
@NullMarked
package org.novabm.spi.contract.power;

import org.jspecify.annotations.NullMarked;
