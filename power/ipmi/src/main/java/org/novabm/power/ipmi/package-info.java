/** Power by IPMI 2.0 over LAN: one UDP socket for all BMCs, one session for each open manager. */
@NullMarked
package org.novabm.power.ipmi;

import org.jspecify.annotations.NullMarked;
