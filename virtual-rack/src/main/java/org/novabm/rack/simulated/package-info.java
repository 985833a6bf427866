/**
 * Machines that are only programs, behind the real protocols: IPMI over RMCP+, and the deploy
 * agent's HTTP.
 */
@NullMarked
package org.novabm.rack.simulated;

import org.jspecify.annotations.NullMarked;
