/**
 * BMCs that are only programs: IPMI 2.0 over LAN with cipher suites 3 and 17, thousands in one
 * process, with the faults that real ones have. The codec is its own, so that it can be wrong
 * otherwise than the one of the product; foreign clients prove it.
 */
@NullMarked
package org.novabm.rack.bmc;

import org.jspecify.annotations.NullMarked;
