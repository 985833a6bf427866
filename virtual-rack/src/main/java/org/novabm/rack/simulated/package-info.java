/**
 * Machines that are only programs, behind the real protocols: a BMC of {@link org.novabm.rack.bmc},
 * and the deploy agent's HTTP.
 */
@NullMarked
package org.novabm.rack.simulated;

import org.jspecify.annotations.NullMarked;
