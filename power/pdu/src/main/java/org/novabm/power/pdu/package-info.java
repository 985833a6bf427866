/**
 * Power distribution units over SNMP: machines without a BMC, by the outlets they are plugged in.
 */
@NullMarked
package org.novabm.power.pdu;

import org.jspecify.annotations.NullMarked;
