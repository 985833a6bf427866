/** Measures back ends against simulated devices. */
@NullMarked
package org.novabm.rack.bench;

import org.jspecify.annotations.NullMarked;
