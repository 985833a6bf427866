/** A simulated switch that is managed by SNMP: Net-SNMP's agent with a bridge behind it. */
@NullMarked
package org.novabm.rack.bridge;

import org.jspecify.annotations.NullMarked;
